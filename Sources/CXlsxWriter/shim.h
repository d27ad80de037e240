#ifndef SAMVERKAN_CXLSXWRITER_H
#define SAMVERKAN_CXLSXWRITER_H

#include <xlsxwriter.h>

#endif
