package org.creditscoring.serving.http;

/** An answer with status 201. */
public record Created(Object body) {}
