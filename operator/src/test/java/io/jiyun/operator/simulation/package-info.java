@NullMarked
package io.jiyun.operator.simulation;

import org.jspecify.annotations.NullMarked;
