/*
 * Faults on demand, and what else tests want of the software Metal. The faults are a list of words, separated by
 * commas or white space; native/README.md tells them.
 */
#ifndef SOFTWARE_METAL_H
#define SOFTWARE_METAL_H

#include <stdbool.h>
#include <stdint.h>

/* The environment variable that holds the faults, or @ and the path of a file that holds them and may change. */
#define SOFTWARE_METAL_FAULTS "SMELT_SOFTWARE_METAL_FAULTS"

/* Sets the faults in place of those of the environment, to which NULL returns. The text is copied. */
void software_metal_set_faults(const char *faults);

/* Whether a fault is wanted. *value is the number behind its '=', 0 if there is none; it may be NULL. */
bool software_metal_fault(const char *name, int64_t *value);

#endif
