/** Journeys of real people in a real browser, over the operator and its simulated province. */
@NullMarked
package io.jiyun.console.e2e;

import org.jspecify.annotations.NullMarked;
