import ArgumentParser
struct Show: ParsableCommand { func run() throws {} }
struct Path: ParsableCommand { func run() throws {} }
struct Export: AsyncParsableCommand { func run() async throws {} }
