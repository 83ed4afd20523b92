/** The Helm chart: well-formed, and giving no more rights than are used. */
@NullMarked
package io.jiyun.operator.chart;

import org.jspecify.annotations.NullMarked;
