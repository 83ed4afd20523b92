/** What is left when a console is killed between a decision and its effect, and what follows. */
@NullMarked
package io.jiyun.console.reliability;

import org.jspecify.annotations.NullMarked;
