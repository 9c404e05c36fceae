/* Damages tapes at random, the same way in every run. */
#ifndef SMELT_MUTATE_H
#define SMELT_MUTATE_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint64_t random_state = 0x9E3779B97F4A7C15u;

static inline uint32_t next_random(uint32_t bound) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t) (random_state >> 33) % bound;
}

/* Flips a bit, or puts a number that likes to break things in the place of another. */
static inline void damage(uint8_t *bytes, uint64_t length) {
    static const uint32_t words[] = {0, 1, 2, 4, 30, 31, 32, 48, 0x7FFFFFFF, 0x80000000, UINT32_MAX, UINT32_MAX - 15};
    uint32_t at = next_random((uint32_t) length);
    if (next_random(2) == 0 || at / 4 * 4 + 4 > length) {
        bytes[at] ^= (uint8_t) (1u << next_random(8));
    } else {
        memcpy(bytes + at / 4 * 4, &words[next_random(sizeof words / sizeof *words)], 4);
    }
}

/*
 * A damaged copy, sometimes cut, in a block of exactly its length, so that a sanitizer sees the first read beyond.
 * The header of most cut copies says the new length, since checks would else stop there.
 */
static inline uint8_t *mutated(const uint8_t *tape, uint64_t full, uint64_t *length) {
    *length = next_random(8) == 0 ? 1 + next_random((uint32_t) full) : full;
    uint8_t *bytes = malloc(*length);
    memcpy(bytes, tape, *length);
    for (uint32_t count = 1 + next_random(4); count > 0; count--) {
        damage(bytes, *length);
    }
    if (*length >= 16 && next_random(4) != 0) {
        memcpy(bytes + 8, length, 8);
    }
    return bytes;
}

#endif
