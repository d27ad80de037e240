#ifndef SAMVERKAN_CZIP_H
#define SAMVERKAN_CZIP_H

#include <zip.h>

#endif
