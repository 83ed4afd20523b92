@NullMarked
package io.jiyun.console.cluster;

import org.jspecify.annotations.NullMarked;
