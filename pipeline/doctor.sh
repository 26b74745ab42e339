# shellcheck shell=bash
# ./credit doctor, sourced by the launcher: what can be told without Java, the modules' own findings, and both written down.
# A finding is four fields with tabs between them: level (ok, warn, bad), what it is about, what was found, how to mend it.

doctor_usage() {
  cat <<'USAGE'
Usage: ./credit doctor [--json]

Looks at everything that the system needs here and changes nothing: one line each,
ok, warn or bad, what was found, and how to mend it. It builds nothing either: what
is not built yet cannot be asked.

  --json      a list of objects with level, what, found and mend

Exit codes: 0 nothing is bad, 2 wrong use, 3 something is.
USAGE
}

FINDINGS=()

finding() {
  FINDINGS+=("$1"$'\t'"$2"$'\t'"$3"$'\t'"${4:-}")
}

doctor() {
  local json=""
  while [ $# -gt 0 ]; do
    case $1 in
      --json) json=yes; shift ;;
      -h | --help) doctor_usage; exit "$DONE" ;;
      *) wrong_use "doctor does not know '$1'; see ./credit doctor --help" ;;
    esac
  done
  # As up tells the dashboard, whose settings do not know of another run directory.
  [ -z "${CREDIT_RUN:-}" ] || export CREDIT_NOTEBOOKS_TOKEN_FILE=${CREDIT_NOTEBOOKS_TOKEN_FILE:-$CREDIT_RUN/notebook-token} CREDIT_NOTEBOOKS_RUN_DIR=${CREDIT_NOTEBOOKS_RUN_DIR:-$CREDIT_RUN/zeppelin}
  find_java
  find_build
  if [ -n "$JAVA" ]; then
    # Each module knows its own needs and settings.
    ask_module pipeline "$JAVA" -cp "$(jars pipeline)" org.creditscoring.pipeline.doctor.DoctorCommand --jvm "$JVM_REFRESH"
    ask_module serving "$JAVA" -jar "$CREDIT_HOME/serving/target/serving-$VERSION.jar" doctor
    ask_module notebooks "$JAVA" -cp "$(jars notebooks/launcher notebooks-launcher)" org.creditscoring.notebooks.DoctorCommand
  fi
  [ -e "$CREDIT_HOME/pipeline/target/pipeline-$VERSION.jar" ] && [ -n "$JAVA" ] || find_libgomp
  if [ -n "$json" ]; then findings_json; else findings_text; fi
  case " ${FINDINGS[*]%%$'\t'*} " in *" bad "*) exit "$BAD_DATA" ;; esac
}

find_java() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java version mend="install a JDK 17 (Debian: apt-get install openjdk-17-jdk), or set JAVA_HOME to one"
  JAVA=""
  if ! command -v "$java" >/dev/null; then
    finding bad java "no java is found${JAVA_HOME:+ in JAVA_HOME=$JAVA_HOME}" "$mend"
    return
  fi
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = //p')
  case $version in
    17 | 17.*) finding ok java "Java $version ($(command -v "$java"))"; JAVA=$java ;;
    *) finding bad java "$(command -v "$java") is Java ${version:-unknown}, and 17 is needed" "$mend" ;;
  esac
}

find_build() {
  local reason
  reason=$(build_reason)
  if [ -n "${CREDIT_SKIP_BUILD:-}" ] && [ -z "$reason" ]; then
    finding ok build "built (CREDIT_SKIP_BUILD keeps it as it is)"
  elif [ -z "$reason" ]; then
    finding ok build "built, and no source is newer"
  elif ! command -v mvn >/dev/null; then
    finding bad build "not built ($reason), and no mvn is found" "install Maven 3.8.1 or newer (Debian: apt-get install maven)"
  else
    finding warn build "to be built ($reason)" "nothing: the next command builds it"
  fi
}

# Without the batch's own word: where a dynamic linker would find it.
find_libgomp() {
  local found
  found=$({ ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | sed -n 's/.*libgomp\.so\.1 .*=> //p' | head -1)
  if [ -z "$found" ]; then
    found=$(find /lib /lib64 /usr/lib /usr/lib64 /usr/local/lib ${LD_LIBRARY_PATH:+${LD_LIBRARY_PATH//:/ }} -name 'libgomp.so.1' 2>/dev/null | head -1) || true
  fi
  if [ -n "$found" ]; then
    finding ok libgomp1 "$found"
  else
    finding bad libgomp1 "libgomp.so.1, XGBoost's OpenMP, is not found" "Debian: apt-get install libgomp1; Fedora: dnf install libgomp"
  fi
}

# Findings of a module that is built; it prints them with tabs between their fields.
ask_module() {
  local module=$1 jar=$CREDIT_HOME/$1/target/$1-$VERSION.jar answer line code=0 said
  shift
  [ "$module" != notebooks ] || jar=$CREDIT_HOME/notebooks/launcher/target/notebooks-launcher-$VERSION.jar
  [ -e "$jar" ] || return 0
  answer=$("$@" 2>&1) || code=$?
  said=${answer:0:300}
  while IFS= read -r line; do
    case $line in ok$'\t'* | warn$'\t'* | bad$'\t'*) FINDINGS+=("$line") ;; esac
  done <<<"$answer"
  [ "$code" -eq 0 ] || finding bad "$module" "it cannot be asked (exit code $code): ${said//[$'\n\t']/ }" "build anew: remove $BUILT"
}

findings_text() {
  local line level what found mend
  for line in "${FINDINGS[@]}"; do
    IFS=$'\t' read -r level what found mend <<<"$line"
    printf '%-4s  %-14s  %s\n' "$level" "$what" "$found${mend:+ -> $mend}"
  done
}

findings_json() {
  local line level what found mend comma=""
  printf '['
  for line in "${FINDINGS[@]}"; do
    line=${line//\\/\\\\}
    line=${line//\"/\\\"}
    IFS=$'\t' read -r level what found mend <<<"$line"
    printf '%s\n  {"level":"%s","what":"%s","found":"%s","mend":"%s"}' "$comma" "$level" "$what" "$found" "$mend"
    comma=,
  done
  printf '\n]\n'
}
