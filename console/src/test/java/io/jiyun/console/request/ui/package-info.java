@NullMarked
package io.jiyun.console.request.ui;

import org.jspecify.annotations.NullMarked;
