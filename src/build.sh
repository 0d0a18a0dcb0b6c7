# Shared by ./papergraph and ./test: which of the two builds this machine's package feed allows.
# Sourced, with $root set to the repository's root.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
remembered=$root/artifacts/PackagedAdapters.props
lacking='Neo4j\.Driver|QuikGraph|Microsoft\.ML\.Tokenizers(\.Data\.[A-Za-z0-9]+)?|Testcontainers\.Neo4j'

need_sdk() {
  command -v dotnet > /dev/null || { echo "$(basename "$0"): the .NET SDK is not on the PATH. Install .NET 10 from https://dotnet.microsoft.com/download" >&2; exit 3; }
}

# Sets and exports PackagedAdapters: what the environment says, else what was remembered, else what a restore finds out.
choose_build() {
  if [ -n "${PackagedAdapters:-}" ]; then
    export PackagedAdapters
    return
  fi
  if [ -f "$remembered" ]; then
    case $(cat "$remembered") in *'>false<'*) PackagedAdapters=false ;; *) PackagedAdapters=true ;; esac
    export PackagedAdapters
    return
  fi
  need_sdk
  local log
  # The store's package has a choice of its own (CurrentSqlite): it must not decide this one.
  if log=$(dotnet restore "$root/PaperGraph.sln" -v q -p:PackagedAdapters=true -p:CurrentSqlite=false 2>&1); then
    PackagedAdapters=true
  elif only_lacking_packages "$log"; then
    PackagedAdapters=false
    echo "note: the package feed lacks $(printf '%s\n' "$log" | grep -Eo "NU110[12]: Unable to find (a stable )?package ($lacking)" | sed -E 's/.* package //' | sort -u | paste -sd' ' - | sed 's/ /, /g'); building without (Neo4j over HTTP, estimated token counts). PackagedAdapters=true forces the full build; deleting artifacts/ looks again." >&2
  else
    printf '%s\n' "$log" >&2
    echo "$(basename "$0"): restore failed; the messages above are its own." >&2
    exit 3
  fi
  mkdir -p "$root/artifacts"
  cat > "$remembered.$$" <<PROPS
<Project>
  <PropertyGroup>
    <PackagedAdapters>$PackagedAdapters</PackagedAdapters>
  </PropertyGroup>
</Project>
PROPS
  mv -f "$remembered.$$" "$remembered"
  export PackagedAdapters
}

# True when every error of a restore is that one of the optional packages, or the version asked for, is not on the feed.
only_lacking_packages() {
  local errors
  errors=$(printf '%s\n' "$1" | grep -E '(^|[ :])error [A-Z]+[0-9]+:' || true)
  [ -n "$errors" ] && ! printf '%s\n' "$errors" | grep -Evq "error NU110[12]: (Unable to find (a stable )?package ($lacking)[ .]|  - Found )"
}
