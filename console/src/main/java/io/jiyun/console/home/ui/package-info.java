/** Where each role lands, and the overview of all pools. */
@NullMarked
package io.jiyun.console.home.ui;

import org.jspecify.annotations.NullMarked;
