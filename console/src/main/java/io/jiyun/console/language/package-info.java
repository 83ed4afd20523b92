/** Sentences of services and API, in Simplified Chinese and English. */
@NullMarked
package io.jiyun.console.language;

import org.jspecify.annotations.NullMarked;
