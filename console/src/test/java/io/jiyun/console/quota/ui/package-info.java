@NullMarked
package io.jiyun.console.quota.ui;

import org.jspecify.annotations.NullMarked;
