/* See string.h. */
#ifndef SMELT_MACOS_UNISTD_H
#define SMELT_MACOS_UNISTD_H

#define _SC_PAGESIZE 29

long sysconf(int);

#endif
