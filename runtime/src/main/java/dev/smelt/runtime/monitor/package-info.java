/** Internal: what the runtime tells JDK Flight Recorder and the trace viewers. Costs nothing while nobody listens. */
@NullMarked
package dev.smelt.runtime.monitor;

import org.jspecify.annotations.NullMarked;
