# How the window starts where something is not as it should be: it opens and stays open, or says in one sentence why not.

# _opens WORD…: the window opens with these words, and stays until it is told to end; what it said is in err.
_opens() {
    _begin "$@"
    _settles
    _stays
}
# Until the window has begun and then waited, without any work, for a second: how long that takes is the machine's affair.
_settles() {
    before=
    quiet=0
    for _ in $(seq 600); do
        sleep 0.2
        [ -r /proc/$pid/stat ] || return 0
        now=$(_work)
        case $now in "S $before") quiet=$((quiet + 1)) ;; *) quiet=0 ;; esac
        before=${now#? }
        [ $quiet -lt 5 ] || return 0
    done
    fail "the window did not come to rest"
}
# Its state, and the time that its processor has spent on it.
_work() { sed 's/.*) //' /proc/$pid/stat 2>/dev/null | awk '{ print $1, $12 + $13 }'; }
_begin() { "$memtape" "$@" >out 2>err & pid=$!; }
_stays() {
    kill -0 $pid 2>/dev/null || fail "the window did not stay open"
    kill $pid
    got=0
    wait $pid || got=$?
    [ $got = 143 ] || fail "the window ended with $got"
}
_settings() {
    export HOME=$PWD XDG_CONFIG_HOME=$PWD/config
    mkdir -p config/memtape
    kept=config/memtape/memtape.conf
    echo 'print(1)' >p.py
}
_quiet() { ! grep -v '^QStandardPaths: ' err || fail "it complains"; }

settings_half_written() {
    _settings
    printf '[look]\nlanguage=ko\ntheme=2\n\\xzz[\n=\n[sess' >$kept
    cp $kept before
    _opens p.py
    cmp before $kept.broken || fail "the file as it was is not there"
    grep -qx 'theme=2' $kept || fail "what could be read was not kept"
}
settings_of_bytes_without_sense() {
    _settings
    head -c 5000 "$memtape" >$kept
    _opens p.py
}
settings_out_of_range() {
    _settings
    cat >$kept <<'END'
[look]
theme=99
textScale=nan
language=xx
[picture]
detail=77
programs=@Variant(\0\0\0)
[window]
geometry=@ByteArray(xx)
across=@ByteArray(\xff)
[time]
speed=-7
[inspector]
page=Nonsense
open=true
[session]
step=99999999999999999999
lesson=none
file=/none
[export]
look=7
END
    _opens p.py
    _quiet
    _opens
    _quiet
}
settings_that_are_a_folder() {
    _settings
    mkdir $kept
    _opens p.py
    _quiet
}
home_that_cannot_be_written() {
    _settings
    HOME=/proc/none XDG_CONFIG_HOME=/proc/none _opens p.py
    _quiet
}
no_home() {
    _settings
    unset HOME XDG_CONFIG_HOME
    _opens p.py
    _quiet
}
no_fonts() {
    _settings
    printf '<fontconfig><dir>%s/none</dir><cachedir>%s/cache</cachedir></fontconfig>' "$PWD" "$PWD" >fonts.conf
    FONTCONFIG_FILE=$PWD/fonts.conf _opens p.py
}
small_display() {
    _settings
    echo '{"screens": [{"name": "small", "x": 0, "y": 0, "width": 800, "height": 600, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}' >screen.json
    QT_QPA_PLATFORM=offscreen:configfile=$PWD/screen.json _opens p.py
    _quiet
}
locale_that_does_not_exist() {
    _settings
    LC_ALL=xx_YY.UTF-8 LANG=xx_YY.UTF-8 _opens p.py
    LC_ALL=xx_YY.UTF-8 exits 0 run p.py
    prints 1
    says_nothing
}
path_with_spaces_hangul_and_quotes() {
    _settings
    mkdir "한글 folder and 'quotes\""
    cp p.py "한글 folder and 'quotes\"/프로 그램.py"
    _opens "한글 folder and 'quotes\"/프로 그램.py"
    _quiet
    exits 0 record -o "한글 folder and 'quotes\"/결 과.tape" "한글 folder and 'quotes\"/프로 그램.py"
    exits 0 export "한글 folder and 'quotes\"/결 과.tape" --last -o "한글 folder and 'quotes\"/그 림.png"
    has "한글 folder and 'quotes\"/그 림.png"
}
two_windows_at_once() {
    _settings
    _begin p.py
    first=$pid
    _opens p.py
    _quiet
    pid=$first
    _stays
    exits 0 doctor # the settings can be read
}

no_display() {
    _settings
    unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
    exits 2 p.py
    says_only 'there is no display here'
}
display_that_does_not_answer() {
    _settings
    unset WAYLAND_DISPLAY QT_QPA_PLATFORM
    DISPLAY=:987 exits 2 p.py
    says_only 'the window cannot be opened: '
}
platform_that_there_is_not() {
    _settings
    QT_QPA_PLATFORM=nonsense exits 2 p.py
    says_only nonsense
}
