@NullMarked
package io.jiyun.console.account;

import org.jspecify.annotations.NullMarked;
