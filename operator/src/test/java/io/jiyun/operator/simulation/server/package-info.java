@NullMarked
package io.jiyun.operator.simulation.server;

import org.jspecify.annotations.NullMarked;
