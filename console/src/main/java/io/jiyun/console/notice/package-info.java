/** Telling people what concerns them: on the pages, by e-mail, in chat rooms. */
@NullMarked
package io.jiyun.console.notice;

import org.jspecify.annotations.NullMarked;
