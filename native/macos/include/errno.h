/* See string.h. */
#ifndef SMELT_MACOS_ERRNO_H
#define SMELT_MACOS_ERRNO_H

int *__error(void);
#define errno (*__error())

#define EINTR 4
#define ENOMEM 12
#define EINVAL 22
#define ETIMEDOUT 60

#endif
