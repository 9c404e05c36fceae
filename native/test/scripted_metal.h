/*
 * A Metal that does what a test tells it: fails, throws, keeps one waiting. It computes nothing. What it does, and in
 * which order, is noted.
 */
#ifndef SMELT_SCRIPTED_METAL_H
#define SMELT_SCRIPTED_METAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct scripted_metal {
    int devices;               /* how many there are */
    bool no_default;           /* the system names none of them, as over SSH */
    const char *throw_at;      /* the selector that raises an exception; NULL: none */
    const char *nil_at;        /* the selector that returns nil; NULL: none */
    long fail_with;            /* the MTLCommandBufferError of what is run; 0: it succeeds */
    bool name_encoder;         /* failures tell the encoder and its signposts */
    bool managed;              /* textures are not shared, as on Macs of Intel */
    bool cannot_capture;       /* the process began without MTL_CAPTURE_ENABLED */
    bool hold;                 /* nothing completes until scripted_metal_complete */
    char notes[4096];          /* the calls to command buffers and encoders */
    _Atomic int alive;         /* objects of this Metal that live */
} scripted_metal;

extern scripted_metal scripted;

/* Back to one device that does as it should; the notes are cleared. */
void scripted_metal_reset(void);

/* Lets everything that is held complete, and what comes after it. */
void scripted_metal_complete(void);

#endif
