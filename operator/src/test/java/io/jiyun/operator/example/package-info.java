@NullMarked
package io.jiyun.operator.example;

import org.jspecify.annotations.NullMarked;
