@NullMarked
package io.jiyun.console.home.ui;

import org.jspecify.annotations.NullMarked;
