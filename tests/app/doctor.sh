# memtape doctor: a report of what Memtape needs, with nothing in it of who made it.

# _section TOPIC: its lines are in the file section.
_section() { sed -n "/^[! ] $1 /,/^\([! ] [a-z]\|\$\)/p" out | sed '1!{/^[! ] [a-z]/d}' >section; }

well_without_a_display() {
    unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
    export HOME=$PWD XDG_CONFIG_HOME=
    exits 0 doctor
    says_nothing
    tail -n 1 out | grep -qx 'All is well.' || fail "it does not say that all is well"
    for topic in versions walls library recording window fonts settings; do
        _section $topic
        [ -s section ] || fail "nothing is said of $topic"
    done
    grep -q 'there is no display here' out || fail "it does not say that there is no display"
    grep -q '^  settings *~/\.config/memtape/memtape\.conf' out || fail "the settings' place is not shown as in a home folder"
    grep -q '^  library *[0-9]* files of CPython 3\.13\.' out || fail "the library is not named"
    has_no .config
}
no_personal_paths() {
    mkdir 'home of somebody'
    cp "$memtape" "$(dirname "$memtape")/memtape.library" 'home of somebody'
    memtape="$PWD/home of somebody/memtape"
    HOME="$PWD/home of somebody" exits 0 doctor
    ! grep -qF "$PWD" out || fail "a path of the user's is told"
    printf x >'home of somebody/memtape.library'
    HOME="$PWD/home of somebody" exits 1 doctor
    ! grep -qF "$PWD" out || fail "a path of the user's is told"
    grep -qF 'WRONG: the Python library ~/memtape.library cannot be read.' out || fail "it does not say which library"
}
library_missing() {
    cp "$memtape" copy
    memtape=$PWD/copy
    exits 1 doctor
    grep -q '^! library .*is missing' out || fail "the library is not said to be missing"
    grep -q '^! recording ' out || fail "a recording is said to work"
    tail -n 1 out | grep -qx '2 things are wrong.' || fail "they are not counted"
}
library_damaged() {
    cp "$memtape" "$(dirname "$memtape")/memtape.library" .
    memtape=$PWD/memtape
    size=$(wc -c <memtape.library)
    printf 'damage' | dd of=memtape.library bs=1 seek=$((size / 2)) conv=notrunc status=none
    exits 1 doctor
    grep -q '^! library ' out || fail "the library is not at fault"
    grep -q 'WRONG: .* of the library \(is\|are\) damaged, ' out || fail "it does not say how much is damaged"
}
settings_damaged() {
    export XDG_CONFIG_HOME=$PWD
    mkdir memtape
    printf '[look]\ntheme=1\n\\xzz[\n=\n[' >memtape/memtape.conf
    cp memtape/memtape.conf before
    HOME=$PWD exits 1 doctor
    grep -q '^! settings ' out || fail "the settings are not at fault"
    cmp before memtape/memtape.conf || fail "the settings were changed"
}
settings_that_cannot_be_kept() {
    export HOME=/proc/none XDG_CONFIG_HOME=/proc/none
    exits 0 doctor
    grep -q 'cannot be kept' out || fail "it is not said that nothing can be kept"
}
display_that_is_not_there() {
    unset QT_QPA_PLATFORM WAYLAND_DISPLAY
    DISPLAY=:987 exits 1 doctor
    grep -q '^! window ' out || fail "the window is not at fault"
    grep -q 'WRONG: the window cannot be opened: ' out || fail "it does not say what is wrong"
    grep -q '^  fonts ' out || fail "the rest was not looked at"
}
display_that_is_there() {
    QT_QPA_PLATFORM=offscreen exits 0 doctor
    grep -q 'platform offscreen, style fusion, screen of [0-9]* × [0-9]*' out || fail "the platform is not told"
}
no_fonts() {
    printf '<fontconfig><dir>%s/none</dir><cachedir>%s/cache</cachedir></fontconfig>' "$PWD" "$PWD" >fonts.conf
    FONTCONFIG_FILE=$PWD/fonts.conf exits 1 doctor
    grep -q '^! fonts .*WRONG: there are no fonts' out || fail "it does not say that there are no fonts"
}
