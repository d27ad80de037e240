#ifndef SAMVERKAN_CLIBXML2_H
#define SAMVERKAN_CLIBXML2_H

// Some builds of libxml2 say that they know ICU, whose headers Swift cannot read; nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

// Whether the error is a pointer to a constant depends on the version; these read it either way.
static inline int samverkan_xml_error_line(void *context) {
  const xmlError *error = xmlCtxtGetLastError(context);
  return error ? error->line : 0;
}

static inline int samverkan_xml_error_column(void *context) {
  const xmlError *error = xmlCtxtGetLastError(context);
  return error ? error->int2 : 0;
}

static inline const char *samverkan_xml_error_message(void *context) {
  const xmlError *error = xmlCtxtGetLastError(context);
  return error && error->level >= XML_ERR_ERROR ? error->message : 0;
}

static inline int samverkan_xml_line(void *context) {
  xmlParserCtxtPtr parser = context;
  return parser->input ? parser->input->line : 0;
}

static inline const xmlChar *samverkan_xml_buffer_text(xmlBufferPtr buffer) { return xmlBufferContent(buffer); }
static inline int samverkan_xml_buffer_length(xmlBufferPtr buffer) { return xmlBufferLength(buffer); }

#endif
