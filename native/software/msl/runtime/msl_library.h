/*
 * The file that the stand-in for `xcrun metallib` makes: compiled programs, and their texts to compile them again.
 *
 *   0   "MTLB"          as Apple's begin
 *   4   "SMLT"          and Apple's don't go on
 *   8   u32 version     1
 *   12  u32 programs
 *   16  u64 length of the file
 *   24  32 characters: the hash of all that follows
 *   56  for each program: u64 lengths of its options (a line of mslc's words), its text and its ELF; then these
 */
#ifndef MSL_LIBRARY_H
#define MSL_LIBRARY_H

#define MSL_LIBRARY_MAGIC "MTLBSMLT"
#define MSL_LIBRARY_VERSION 1
#define MSL_LIBRARY_HEADER 56

#endif
