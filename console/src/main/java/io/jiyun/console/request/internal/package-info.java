/** Storage of requests, the steps they take, and the rules that decide without people. */
@NullMarked
package io.jiyun.console.request.internal;

import org.jspecify.annotations.NullMarked;
