#ifndef SAMVERKAN_CJANSSON_H
#define SAMVERKAN_CJANSSON_H

#include <jansson.h>

// Macros, which Swift does not see.
static inline int samverkan_json_type(const json_t *value) { return json_typeof(value); }
static inline void samverkan_json_release(json_t *value) { json_decref(value); }

#endif
