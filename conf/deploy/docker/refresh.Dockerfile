# docker build -f conf/deploy/docker/refresh.Dockerfile -t credit-refresh .      (after mvn package)
# docker run --rm -v /srv/raw:/data/raw:ro -v /srv/snapshots:/data/snapshots -v /srv/work:/data/work credit-refresh
FROM eclipse-temurin:17-jre

# XGBoost's OpenMP.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --no-create-home credit \
  && install -d -o credit -g credit -m 0700 /data/work
COPY credit /opt/credit/credit
COPY conf/credit.conf /opt/credit/conf/credit.conf
COPY pipeline/doctor.sh /opt/credit/pipeline/doctor.sh
COPY pipeline/src/main/jvm /opt/credit/pipeline/src/main/jvm
COPY pipeline/target/lib /opt/credit/pipeline/target/lib
COPY pipeline/target/pipeline-0.1.0.jar /opt/credit/pipeline/target/

USER credit
WORKDIR /data/work
ENV CREDIT_SKIP_BUILD=1 \
    CREDIT_RUN=/data/work/run \
    CREDIT_PIPELINE_RAW=/data/raw \
    CREDIT_PIPELINE_SNAPSHOTS=/data/snapshots \
    CREDIT_PIPELINE_MODELS=/data/work/models \
    CREDIT_PIPELINE_CACHE=/data/work/cache
ENTRYPOINT ["/opt/credit/credit"]
CMD ["refresh", "--report", "/data/work/run/reports/last.json"]
