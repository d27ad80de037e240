import NetworkCommands

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

exit(await SamverkanCommand.run(Array(CommandLine.arguments.dropFirst())))
