@NullMarked
package io.jiyun.console.api;

import org.jspecify.annotations.NullMarked;
