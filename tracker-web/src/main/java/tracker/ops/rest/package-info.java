/**
 * What stands around every request: limits, Idempotency-Key, other origins, one log line, figures;
 * and the addresses for operators: health, metrics, the OpenAPI document and its reader.
 */
@NullMarked
package tracker.ops.rest;

import org.jspecify.annotations.NullMarked;
