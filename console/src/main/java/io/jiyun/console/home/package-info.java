/** The figures each role's home page opens with. */
@NullMarked
package io.jiyun.console.home;

import org.jspecify.annotations.NullMarked;
