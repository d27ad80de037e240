#ifndef SAMVERKAN_CGRAPHVIZ_H
#define SAMVERKAN_CGRAPHVIZ_H

#include <stddef.h>
#include <gvc.h>

// The length is an `unsigned int *` up to Graphviz 12 and a `size_t *` from 13 on. Through `void *` both
// compile; a zeroed `size_t` reads the same either way on the little-endian machines that Swift runs on.
static inline int samverkan_render(GVC_t *context, graph_t *graph, const char *format, char **bytes, size_t *length) {
  *length = 0;
  return gvRenderData(context, graph, format, bytes, (void *)length);
}

#endif
