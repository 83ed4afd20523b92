/**
 * The frame around every page: navigation by role, language and theme, and the state of the hub.
 */
@NullMarked
package io.jiyun.console.shell;

import org.jspecify.annotations.NullMarked;
