/** What tests of several modules share: the devices that they run on. Comes to other modules as a test jar. */
package dev.smelt.testing;
