/**
 * Internal: what a kind of device must do ({@link dev.smelt.runtime.backend.Backend}), and what every device needs:
 * life times, element types, the layout of structures. Everything above this package is written once for all devices.
 */
@NullMarked
package dev.smelt.runtime.backend;

import org.jspecify.annotations.NullMarked;
