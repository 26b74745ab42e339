/**
 * The audit log: who asked what about whom, and what he was told; the only log with personal data.
 */
package org.creditscoring.serving.audit;
