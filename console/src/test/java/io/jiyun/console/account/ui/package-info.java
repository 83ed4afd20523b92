@NullMarked
package io.jiyun.console.account.ui;

import org.jspecify.annotations.NullMarked;
