/** What the tests of the console share: a cluster, two databases, people and a clock. */
@NullMarked
package io.jiyun.console;

import org.jspecify.annotations.NullMarked;
