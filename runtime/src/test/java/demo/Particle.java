package demo;

import dev.smelt.dsl.Float3;

/** A record with a vector: 16 + 16 + 4 bytes, rounded up to 48. */
record Particle(Float3 position, Float3 velocity, float mass) {}
