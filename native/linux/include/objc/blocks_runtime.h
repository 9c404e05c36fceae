/* GNUstep's headers ask the Objective-C runtime for this file; Debian has its content under another name. */
#include <Block.h>
