/**
 * HTTP without the domain: the server, parameters, problems, access, headers and documentation; no
 * snapshot is read here.
 */
package org.creditscoring.serving.http;
