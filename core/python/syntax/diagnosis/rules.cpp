// SPDX-License-Identifier: GPL-3.0-or-later
//
// The grammar of Python 3.13 as the diagnoser reads it: the order of the alternatives is CPython's, because the order in which
// readings are tried decides which error is reported. The notation is explained in peg.h.
//
// A few mistakes are alternatives of ordinary rules, not rules named "bad...": CPython 3.13 finds those in its first reading too. The
// diagnoser is asked about them wherever TreeParser stopped inside such a rule (TreeParser::suspects()).
#include "core/python/syntax/diagnosis/rules.h"

namespace memtape::diagnosis {

// ---- whole texts and statements
const char* const statementRules = R"(
file: [statements] ENDMARKER
eval: expressions NEWLINE* ENDMARKER
interactive: compound NEWLINE | simpleStatements | NEWLINE | ENDMARKER

statements: statement+
statement: compound | simpleStatements
simpleStatements: simpleStatement !';' NEWLINE | ';'.simpleStatement+ [';'] NEWLINE
simpleStatement memo:
    | assignment
    | &"type" typeAlias
    | starExpressions
    | &'return' returnStatement
    | &('import' | 'from') importStatement
    | &'raise' raiseStatement
    | 'pass'
    | &'del' deleteStatement
    | &'yield' yieldExpression
    | &'assert' assertStatement
    | 'break'
    | 'continue'
    | &'global' 'global' ','.NAME+
    | &'nonlocal' 'nonlocal' ','.NAME+
compound:
    | &('def' | '@' | 'async') functionDefinition
    | &'if' ifStatement
    | &('class' | '@') classDefinition
    | &('with' | 'async') withStatement
    | &('for' | 'async') forStatement
    | &'try' tryStatement
    | &'while' whileStatement
    | matchStatement

assignment:
    | NAME ':' expression ['=' annotatedRhs]
    | ('(' singleTarget ')' | subscriptOrAttributeTarget) ':' expression ['=' annotatedRhs]
    | (starTargets '=')+ annotatedRhs !'='
    | singleTarget augmented ~ annotatedRhs
    | badAssignment
augmented: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
annotatedRhs: yieldExpression | starExpressions
returnStatement: 'return' [starExpressions]
raiseStatement: 'raise' expression ['from' expression] | 'raise'
deleteStatement: 'del' deleteTargets &(';' | NEWLINE) | badDelete
assertStatement: 'assert' expression [',' expression]

importStatement: badImport | importName | importFrom
importName: 'import' ','.dottedAsName+
importFrom: 'from' ('.' | '...')* dottedName 'import' importTargets | 'from' ('.' | '...')+ 'import' importTargets
importTargets: '(' fromNames [','] ')' | fromNames !',' | '*' | badImportTargets
fromNames: ','.fromName+
fromName: NAME ['as' NAME]
dottedAsName: dottedName ['as' NAME]
dottedName: NAME ('.' NAME)*
typeAlias: "type" NAME [typeParams] '=' expression

badAssignment:
    | a=badAnnotationTarget ':' expression => at(a) "only single target (not %s) can be annotated"
    | a=starNamedExpression ',' starNamedExpressions* ':' expression => at(a) "only single target (not tuple) can be annotated"
    | a=expression ':' expression => at(a) "illegal target for annotation"
    | (starTargets '=')* a=starExpressions '=' => target(a) "cannot assign to %s"
    | (starTargets '=')* a=yieldExpression '=' => at(a) "assignment to yield expression not possible"
    | a=starExpressions augmented annotatedRhs => at(a) "'%s' is an illegal expression for augmented assignment"
badAnnotationTarget: list | tuple | '(' a=badAnnotationTarget ')' -> a
badDelete: 'del' a=starExpressions => deleteTarget(a) "cannot delete %s"
badImport:
    | a='import' ','.dottedName+ 'from' dottedName => from(a) "Did you mean to use 'from ... import ...' instead?"
    | 'import' a=NEWLINE => from(a) "Expected one or more names after 'import'"
badImportTargets:
    | fromNames ',' NEWLINE => last() "trailing comma not allowed without surrounding parentheses"
    | a=NEWLINE => from(a) "Expected one or more names after 'import'"
)";

// ---- compound statements
const char* const compoundRules = R"(
block memo: NEWLINE INDENT statements DEDENT | simpleStatements | badBlock
badBlock: NEWLINE !INDENT => indent() "expected an indented block"
decorators: ('@' namedExpression NEWLINE)+

classDefinition: decorators classRaw | classRaw
classRaw: badClass | 'class' NAME [typeParams] ['(' [arguments] ')'] ':' block
badClass:
    | 'class' NAME [typeParams] ['(' [arguments] ')'] NEWLINE => last() "expected ':'"
    | a='class' NAME [typeParams] ['(' [arguments] ')'] ':' NEWLINE !INDENT => indent(a) "expected an indented block after class definition on line %d"

functionDefinition: decorators functionRaw | functionRaw
functionRaw:
    | badFunction
    | 'def' NAME [typeParams] &&'(' [params] ')' ['->' expression] &&':' block
    | 'async' 'def' NAME [typeParams] &&'(' [params] ')' ['->' expression] &&':' block
badFunction: ['async'] a='def' NAME [typeParams] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT => indent(a) "expected an indented block after function definition on line %d"

params: badParams | parameters
parameters:
    | slashNoDefault paramNoDefault* paramWithDefault* [starEtc]
    | slashWithDefault paramWithDefault* [starEtc]
    | paramNoDefault+ paramWithDefault* [starEtc]
    | paramWithDefault+ [starEtc]
    | starEtc
slashNoDefault: paramNoDefault+ '/' ',' | paramNoDefault+ '/' &')'
slashWithDefault: paramNoDefault* paramWithDefault+ '/' ',' | paramNoDefault* paramWithDefault+ '/' &')'
starEtc:
    | badStarEtc
    | '*' paramNoDefault paramMaybeDefault* [kwds]
    | '*' paramStarAnnotation paramMaybeDefault* [kwds]
    | '*' ',' paramMaybeDefault+ [kwds]
    | kwds
kwds: badKwds | '**' paramNoDefault
paramNoDefault: a=param ',' -> a | a=param &')' -> a
paramStarAnnotation: starAnnotated ',' | starAnnotated &')'
paramWithDefault: param default ',' | param default &')'
paramMaybeDefault: param [default] ',' | param [default] &')'
param: NAME [':' expression] -> Statement
starAnnotated: NAME ':' starExpression
default: '=' expression | badDefault
badDefault: a='=' &(')' | ',') => at(a) "expected default value expression"
badParams:
    | a='/' ',' => at(a) "at least one argument must precede /"
    | (slashNoDefault | slashWithDefault) paramMaybeDefault* a='/' => at(a) "/ may appear only once"
    | [slashNoDefault] paramNoDefault* (slashWithDefault | paramWithDefault+) a=paramNoDefault => at(a) "parameter without a default follows parameter with a default"
    | paramNoDefault* a='(' paramNoDefault+ [','] b=')' => range(a,b) "Function parameters cannot be parenthesized"
    | [slashNoDefault | slashWithDefault] paramMaybeDefault* '*' (',' | paramNoDefault) paramMaybeDefault* a='/' => at(a) "/ must be ahead of *"
    | paramMaybeDefault+ '/' a='*' => at(a) "expected comma between / and *"
badStarEtc:
    | a='*' (')' | ',' (')' | '**')) => at(a) "named arguments must follow bare *"
    | '*' param a='=' => at(a) "var-positional argument cannot have default value"
    | '*' (paramNoDefault | ',') paramMaybeDefault* a='*' (paramNoDefault | ',') => at(a) "* argument may appear only once"
badKwds:
    | '**' param a='=' => at(a) "var-keyword argument cannot have default value"
    | '**' param ',' a=param => at(a) "arguments cannot follow var-keyword argument"
    | '**' param ',' a=('*' | '**' | '/') => at(a) "arguments cannot follow var-keyword argument"

typeParams: badTypeParams | '[' ','.typeParam+ [','] ']'
badTypeParams: '[' a=']' => from(a) "Type parameter list cannot be empty"
typeParam memo:
    | NAME [':' expression] ['=' expression]
    | badTypeParam
    | '*' NAME ['=' starExpression]
    | '**' NAME ['=' expression]
badTypeParam:
    | '*' NAME a=':' b=expression => typeParam(a,b) "TypeVarTuple"
    | '**' NAME a=':' b=expression => typeParam(a,b) "ParamSpec"

ifStatement:
    | badIf
    | 'if' namedExpression ':' block elifStatement
    | 'if' namedExpression ':' block [elseBlock]
elifStatement:
    | badElif
    | 'elif' namedExpression ':' block elifStatement
    | 'elif' namedExpression ':' block [elseBlock]
elseBlock: badElse | 'else' &&':' block
badIf:
    | 'if' namedExpression NEWLINE => last() "expected ':'"
    | a='if' namedExpression ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'if' statement on line %d"
badElif:
    | 'elif' namedExpression NEWLINE => last() "expected ':'"
    | a='elif' namedExpression ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'elif' statement on line %d"
badElse: a='else' ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'else' statement on line %d"

whileStatement: badWhile | 'while' namedExpression ':' block [elseBlock]
badWhile:
    | 'while' namedExpression NEWLINE => last() "expected ':'"
    | a='while' namedExpression ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'while' statement on line %d"

forStatement:
    | badFor
    | 'for' starTargets 'in' ~ starExpressions ':' block [elseBlock]
    | 'async' 'for' starTargets 'in' ~ starExpressions ':' block [elseBlock]
    | badForTarget
badFor:
    | ['async'] 'for' starTargets 'in' starExpressions NEWLINE => last() "expected ':'"
    | ['async'] a='for' starTargets 'in' starExpressions ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'for' statement on line %d"
badForTarget: ['async'] 'for' a=starExpressions => forTarget(a) "cannot assign to %s"

withStatement:
    | badWithIndent
    | 'with' '(' ','.withItem+ [','] ')' ':' block
    | 'with' ','.withItem+ ':' block
    | 'async' 'with' '(' ','.withItem+ [','] ')' ':' block
    | 'async' 'with' ','.withItem+ ':' block
    | badWith
withItem: expression 'as' starTarget &(',' | ')' | ':') | badWithItem | expression
badWithItem: expression 'as' a=expression &(',' | ')' | ':') => target(a) "cannot assign to %s"
badWith:
    | ['async'] 'with' ','.(expression ['as' starTarget])+ NEWLINE => last() "expected ':'"
    | ['async'] 'with' '(' ','.(expressions ['as' starTarget])+ [','] ')' NEWLINE => last() "expected ':'"
badWithIndent:
    | ['async'] a='with' ','.(expression ['as' starTarget])+ ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'with' statement on line %d"
    | ['async'] a='with' '(' ','.(expressions ['as' starTarget])+ [','] ')' ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'with' statement on line %d"

tryStatement:
    | badTry
    | 'try' &&':' block finallyBlock
    | 'try' &&':' block exceptBlock+ [elseBlock] [finallyBlock]
    | 'try' &&':' block exceptStarBlock+ [elseBlock] [finallyBlock]
exceptBlock:
    | badExceptIndent
    | 'except' expression ['as' NAME] ':' block
    | 'except' ':' block
    | badExcept
exceptStarBlock:
    | badExceptStarIndent
    | 'except' '*' expression ['as' NAME] ':' block
    | badExcept
finallyBlock: badFinally | 'finally' &&':' block
badTry:
    | a='try' ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'try' statement on line %d"
    | 'try' ':' block !('except' | 'finally') => last() "expected 'except' or 'finally' block"
    | 'try' ':' block* exceptBlock+ a='except' b='*' expression ['as' NAME] ':' => range(a,b) "cannot have both 'except' and 'except*' on the same 'try'"
    | 'try' ':' block* exceptStarBlock+ a='except' [expression ['as' NAME]] ':' => at(a) "cannot have both 'except' and 'except*' on the same 'try'"
badExcept:
    | 'except' ['*'] a=expression ',' expressions ['as' NAME] ':' => from(a) "multiple exception types must be parenthesized"
    | 'except' ['*'] expression ['as' NAME] NEWLINE => last() "expected ':'"
    | 'except' NEWLINE => last() "expected ':'"
    | 'except' '*' (NEWLINE | ':') => last() "expected one or more exception types"
badExceptIndent:
    | a='except' expression ['as' NAME] ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'except' statement on line %d"
    | a='except' ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'except' statement on line %d"
badExceptStarIndent: a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'except*' statement on line %d"
badFinally: a='finally' ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'finally' statement on line %d"
)";

// ---- match
const char* const matchRules = R"(
matchStatement: "match" subject ':' NEWLINE INDENT caseBlock+ DEDENT | badMatch
subject: starNamedExpression ',' [starNamedExpressions] | namedExpression
caseBlock: badCase | "case" patterns [guard] ':' block
guard: 'if' namedExpression
badMatch:
    | "match" subject NEWLINE => last() "expected ':'"
    | a="match" subject ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'match' statement on line %d"
badCase:
    | "case" patterns [guard] NEWLINE => last() "expected ':'"
    | a="case" patterns [guard] ':' NEWLINE !INDENT => indent(a) "expected an indented block after 'case' statement on line %d"

patterns: openSequence | pattern
pattern: asPattern | orPattern
asPattern: orPattern 'as' captureTarget | badAsPattern
badAsPattern:
    | orPattern 'as' a="_" => at(a) "cannot use '_' as a target"
    | orPattern 'as' !NAME a=expression => at(a) "invalid pattern target"
orPattern: '|'.closedPattern+
closedPattern memo:
    | literalPattern
    | captureTarget
    | "_"
    | attr !('.' | '(' | '=')
    | '(' pattern ')'
    | sequencePattern
    | mappingPattern
    | classPattern
literalPattern: signedNumber !('+' | '-') | complexNumber | strings | 'None' | 'True' | 'False'
literalKey: signedNumber !('+' | '-') | complexNumber | strings | 'None' | 'True' | 'False'
complexNumber: signedNumber ('+' | '-') NUMBER
signedNumber: NUMBER | '-' NUMBER
captureTarget: !"_" NAME !('.' | '(' | '=')
attr: NAME ('.' NAME)+
nameOrAttr: NAME ('.' NAME)*
sequencePattern: '[' [maybeSequence] ']' | '(' [openSequence] ')'
openSequence: maybeStar ',' [maybeSequence]
maybeSequence: ','.maybeStar+ [',']
maybeStar: starPattern | pattern
starPattern memo: '*' captureTarget | '*' "_"
mappingPattern:
    | '{' '}'
    | '{' doubleStarPattern [','] '}'
    | '{' ','.keyValuePattern+ ',' doubleStarPattern [','] '}'
    | '{' ','.keyValuePattern+ [','] '}'
keyValuePattern: (literalKey | attr) ':' pattern
doubleStarPattern: '**' captureTarget
classPattern:
    | nameOrAttr '(' ')'
    | nameOrAttr '(' positionalPatterns [','] ')'
    | nameOrAttr '(' keywordPatterns [','] ')'
    | nameOrAttr '(' positionalPatterns ',' keywordPatterns [','] ')'
    | badClassPattern
positionalPatterns: ','.pattern+
keywordPatterns: ','.keywordPattern+
keywordPattern: NAME '=' pattern
badClassPattern: nameOrAttr '(' [positionalPatterns ','] keywordPatterns ',' a=positionalPatterns => at(a) "positional patterns follow keyword patterns"
)";

// ---- expressions
const char* const expressionRules = R"(
expressions: expression (',' expression)+ [','] -> Tuple | expression ',' -> Tuple | expression
expression memo:
    | badExpression
    | badLegacy
    | disjunction 'if' disjunction 'else' expression -> Conditional
    | disjunction
    | lambda
yieldExpression: 'yield' 'from' expression -> Yield | 'yield' [starExpressions] -> Yield
starExpressions: starExpression (',' starExpression)+ [','] -> Tuple | starExpression ',' -> Tuple | starExpression
starExpression memo: '*' bitwiseOr -> Starred | expression
starNamedExpressions: ','.starNamedExpression+ [',']
starNamedExpression: '*' bitwiseOr -> Starred | namedExpression
assignmentExpression: NAME ':=' ~ expression -> Named
namedExpression: assignmentExpression | badNamedExpression | a=expression !':=' -> a
disjunction memo: conjunction ('or' conjunction)+ -> Expression | conjunction
conjunction memo: inversion ('and' inversion)+ -> Expression | inversion
inversion memo: 'not' inversion -> Expression | comparison
comparison: bitwiseOr comparePair+ -> Compare | bitwiseOr
comparePair:
    | '==' bitwiseOr
    | NOTEQUAL bitwiseOr
    | '<=' bitwiseOr
    | '<' bitwiseOr
    | '>=' bitwiseOr
    | '>' bitwiseOr
    | 'not' 'in' bitwiseOr
    | 'in' bitwiseOr
    | 'is' 'not' bitwiseOr
    | 'is' bitwiseOr
bitwiseOr left: bitwiseOr '|' bitwiseXor -> Expression | bitwiseXor
bitwiseXor left: bitwiseXor '^' bitwiseAnd -> Expression | bitwiseAnd
bitwiseAnd left: bitwiseAnd '&' shift -> Expression | shift
shift left: shift '<<' sum -> Expression | shift '>>' sum -> Expression | badArithmetic | sum
sum left: sum '+' term -> Expression | sum '-' term -> Expression | term
term left:
    | term '*' factor -> Expression
    | term '/' factor -> Expression
    | term '//' factor -> Expression
    | term '%' factor -> Expression
    | term '@' factor -> Expression
    | badFactor
    | factor
factor memo: '+' factor -> Expression | '-' factor -> Expression | '~' factor -> Expression | power
power: awaitPrimary '**' factor -> Expression | awaitPrimary
awaitPrimary memo: 'await' primary -> Await | primary
primary left:
    | primary '.' NAME -> Attribute
    | primary genexp -> Call
    | primary '(' [arguments] ')' -> Call
    | primary '[' slices ']' -> Subscript
    | atom
slices: a=slice !',' -> a | ','.(slice | starredExpression)+ [','] -> Tuple
slice: [expression] ':' [expression] [':' [expression]] -> Other | namedExpression
atom:
    | NAME
    | 'True'
    | 'False'
    | 'None'
    | &(STRING | FSTRINGSTART) strings
    | NUMBER
    | &'(' (tuple | group | genexp)
    | &'[' (list | listcomp)
    | &'{' (dict | set | dictcomp | setcomp)
    | '...'
group: '(' a=(yieldExpression | namedExpression) ')' -> a | badGroup
lambda: 'lambda' [lambdaParams] ':' expression -> Lambda

lambdaParams: badLambdaParams | lambdaParameters
lambdaParameters:
    | lambdaSlashNoDefault lambdaParamNoDefault* lambdaParamWithDefault* [lambdaStarEtc]
    | lambdaSlashWithDefault lambdaParamWithDefault* [lambdaStarEtc]
    | lambdaParamNoDefault+ lambdaParamWithDefault* [lambdaStarEtc]
    | lambdaParamWithDefault+ [lambdaStarEtc]
    | lambdaStarEtc
lambdaSlashNoDefault: lambdaParamNoDefault+ '/' ',' | lambdaParamNoDefault+ '/' &':'
lambdaSlashWithDefault: lambdaParamNoDefault* lambdaParamWithDefault+ '/' ',' | lambdaParamNoDefault* lambdaParamWithDefault+ '/' &':'
lambdaStarEtc:
    | badLambdaStarEtc
    | '*' lambdaParamNoDefault lambdaParamMaybeDefault* [lambdaKwds]
    | '*' ',' lambdaParamMaybeDefault+ [lambdaKwds]
    | lambdaKwds
lambdaKwds: badLambdaKwds | '**' lambdaParamNoDefault
lambdaParamNoDefault: a=lambdaParam ',' -> a | a=lambdaParam &':' -> a
lambdaParamWithDefault: lambdaParam default ',' | lambdaParam default &':'
lambdaParamMaybeDefault: lambdaParam [default] ',' | lambdaParam [default] &':'
lambdaParam: NAME -> Statement
badLambdaParams:
    | a='/' ',' => at(a) "at least one argument must precede /"
    | (lambdaSlashNoDefault | lambdaSlashWithDefault) lambdaParamMaybeDefault* a='/' => at(a) "/ may appear only once"
    | [lambdaSlashNoDefault] lambdaParamNoDefault* (lambdaSlashWithDefault | lambdaParamWithDefault+) a=lambdaParamNoDefault => at(a) "parameter without a default follows parameter with a default"
    | lambdaParamNoDefault* a='(' ','.lambdaParam+ [','] b=')' => range(a,b) "Lambda expression parameters cannot be parenthesized"
    | [lambdaSlashNoDefault | lambdaSlashWithDefault] lambdaParamMaybeDefault* '*' (',' | lambdaParamNoDefault) lambdaParamMaybeDefault* a='/' => at(a) "/ must be ahead of *"
    | lambdaParamMaybeDefault+ '/' a='*' => at(a) "expected comma between / and *"
badLambdaStarEtc:
    | '*' (':' | ',' (':' | '**')) => last() "named arguments must follow bare *"
    | '*' lambdaParam a='=' => at(a) "var-positional argument cannot have default value"
    | '*' (lambdaParamNoDefault | ',') lambdaParamMaybeDefault* a='*' (lambdaParamNoDefault | ',') => at(a) "* argument may appear only once"
badLambdaKwds:
    | '**' lambdaParam a='=' => at(a) "var-keyword argument cannot have default value"
    | '**' lambdaParam ',' a=lambdaParam => at(a) "arguments cannot follow var-keyword argument"
    | '**' lambdaParam ',' a=('*' | '**' | '/') => at(a) "arguments cannot follow var-keyword argument"

fstringMiddle: replacementField | FSTRINGMIDDLE
replacementField: '{' annotatedRhs ['='] [fstringConversion] [formatSpec] '}' -> FString | badReplacementField
fstringConversion: '!' NAME
formatSpec: ':' formatSpecPart*
formatSpecPart: FSTRINGMIDDLE | replacementField
fstring: FSTRINGSTART fstringMiddle* FSTRINGEND -> FString
strings memo: (fstring | STRING)+ -> Strings

list: '[' [starNamedExpressions] ']' -> List
tuple: '(' [starNamedExpression ',' [starNamedExpressions]] ')' -> Tuple
set: '{' starNamedExpressions '}' -> Set
dict: '{' [keyValues] '}' -> Dict | '{' badKeyValues '}'
keyValues: ','.keyValue+ [',']
keyValue: '**' bitwiseOr | pair
pair: expression ':' expression

forIfClauses: forIfClause+
forIfClause:
    | 'async' 'for' starTargets 'in' ~ a=disjunction b=('if' disjunction)* -> Comprehension
    | 'for' starTargets 'in' ~ a=disjunction b=('if' disjunction)* -> Comprehension
    | ['async'] 'for' (bitwiseOr (',' bitwiseOr)* [',']) !'in' => last() "'in' expected after for-loop variables"
    | badForTarget
listcomp: '[' namedExpression forIfClauses ']' -> ListComp | badComprehension
setcomp: '{' namedExpression forIfClauses '}' -> SetComp | badComprehension
genexp: '(' (assignmentExpression | expression !':=') forIfClauses ')' -> Generator | badComprehension
dictcomp: '{' pair forIfClauses '}' -> DictComp | badDictComprehension

arguments memo: a=args [','] &')' -> a | badArguments
args: ','.(starredExpression | (assignmentExpression | expression !':=') !'=')+ [',' kwargs] -> Arguments | kwargs -> Arguments
kwargs: ','.kwargOrStarred+ ',' ','.kwargOrDoubleStarred+ | ','.kwargOrStarred+ | ','.kwargOrDoubleStarred+
starredExpression: badStarredUnpacking | '*' expression -> Starred | '*' => last() "Invalid star expression"
kwargOrStarred: badKwarg | NAME '=' expression -> Keyword | starredExpression
kwargOrDoubleStarred: badKwarg | NAME '=' expression -> Keyword | '**' expression -> KeywordUnpacking

starTargets: a=starTarget !',' -> a | starTarget (',' starTarget)* [','] -> Tuple
starTargetsTuple: starTarget (',' starTarget)+ [','] | starTarget ','
starTarget memo: '*' (!'*' starTarget) -> Starred | targetWithStarAtom
targetWithStarAtom memo: tPrimary '.' NAME !tLookahead -> Attribute | tPrimary '[' slices ']' !tLookahead -> Subscript | starAtom
starAtom:
    | NAME
    | '(' a=targetWithStarAtom ')' -> a
    | '(' [starTargetsTuple] ')' -> Tuple
    | '[' [','.starTarget+ [',']] ']' -> List
singleTarget: subscriptOrAttributeTarget | NAME | '(' a=singleTarget ')' -> a
subscriptOrAttributeTarget: tPrimary '.' NAME !tLookahead -> Attribute | tPrimary '[' slices ']' !tLookahead -> Subscript
tPrimary left:
    | tPrimary '.' NAME &tLookahead -> Attribute
    | tPrimary '[' slices ']' &tLookahead -> Subscript
    | tPrimary genexp &tLookahead -> Call
    | tPrimary '(' [arguments] ')' &tLookahead -> Call
    | a=atom &tLookahead -> a
tLookahead: '(' | '[' | '.'
deleteTargets: ','.deleteTarget+ [',']
deleteTarget memo: tPrimary '.' NAME !tLookahead -> Attribute | tPrimary '[' slices ']' !tLookahead -> Subscript | deleteAtom
deleteAtom: NAME | '(' a=deleteTarget ')' -> a | '(' [deleteTargets] ')' -> Tuple | '[' [deleteTargets] ']' -> List
)";

// ---- expressions that are none
const char* const badExpressionRules = R"(
expressionWithoutBad quiet: disjunction 'if' disjunction 'else' expression -> Conditional | disjunction | lambda
badLegacy: a=NAME !'(' b=starExpressions => legacy(a,b) "Missing parentheses in call to '%s'. Did you mean %s(...)?"
badExpression:
    | !(NAME STRING | SOFTKEYWORD) a=disjunction b=expressionWithoutBad => comma(a,b) "invalid syntax. Perhaps you forgot a comma?"
    | a=disjunction 'if' b=disjunction !('else' | ':') => range(a,b) "expected 'else' after 'if' expression"
    | a='lambda' [lambdaParams] b=':' &FSTRINGMIDDLE => range(a,b) "f-string: lambda expressions are not allowed without parentheses"
badNamedExpression memo:
    | a=expression ':=' expression => at(a) "cannot use assignment expressions with %s"
    | a=NAME '=' b=bitwiseOr !('=' | ':=') => range(a,b) "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwiseOr '=' bitwiseOr !('=' | ':=') => at(a) "cannot assign to %s here. Maybe you meant '==' instead of '='?"
badArithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion => range(a,b) "'not' after an operator must be parenthesized"
badFactor: ('+' | '-' | '~') a='not' b=factor => range(a,b) "'not' after an operator must be parenthesized"
badGroup:
    | '(' a=starredExpression ')' => at(a) "cannot use starred expression here"
    | '(' a='**' expression ')' => at(a) "cannot use double starred expression here"
badComprehension:
    | ('[' | '(' | '{') a=starredExpression forIfClauses => at(a) "iterable unpacking cannot be used in comprehension"
    | ('[' | '{') a=starNamedExpression ',' b=starNamedExpressions forIfClauses => rangeToLastExpression(a,b) "did you forget parentheses around the comprehension target?"
    | ('[' | '{') a=starNamedExpression b=',' forIfClauses => range(a,b) "did you forget parentheses around the comprehension target?"
badDictComprehension: '{' a='**' bitwiseOr forIfClauses '}' => at(a) "dict unpacking cannot be used in dict comprehension"
badArguments:
    | ((','.(starredExpression | (assignmentExpression | expression !':=') !'=')+ ',' kwargs) | kwargs) a=',' ','.(starredExpression !'=')+ => from(a) "iterable argument unpacking follows keyword argument unpacking"
    | a=expression b=forIfClauses ',' [args | expression forIfClauses] => rangeToLastClause(a,b) "Generator expression must be parenthesized"
    | a=NAME b='=' expression forIfClauses => range(a,b) "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    | [args ','] a=NAME b='=' &(',' | ')') => range(a,b) "expected argument value expression"
    | a=args b=forIfClauses => bareGenerator(a,b) "Generator expression must be parenthesized"
    | args ',' a=expression b=forIfClauses => rangeToLastClause(a,b) "Generator expression must be parenthesized"
    | a=args ',' args => positionalAfterKeyword(a) ""
badKwarg:
    | a=('True' | 'False' | 'None') b='=' => range(a,b) "cannot assign to %s"
    | a=NAME b='=' expression forIfClauses => range(a,b) "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    | !(NAME '=') a=expression b='=' => range(a,b) "expression cannot contain assignment, perhaps you meant \"==\"?"
    | a='**' expression '=' b=expression => range(a,b) "cannot assign to keyword argument unpacking"
badStarredUnpacking: a='*' expression '=' b=expression => range(a,b) "cannot assign to iterable argument unpacking"
badKeyValues:
    | ','.keyValue+ ',' badPair
    | expression ':' a='*' bitwiseOr => from(a) "cannot use a starred expression in a dictionary value"
    | expression a=':' &('}' | ',') => at(a) "expression expected after dictionary key and ':'"
badPair:
    | a=expression !(':') => behind(a) "':' expected after dictionary key"
    | expression ':' a='*' bitwiseOr => from(a) "cannot use a starred expression in a dictionary value"
    | expression a=':' &('}' | ',') => at(a) "expression expected after dictionary key and ':'"
badReplacementField:
    | '{' a='=' => at(a) "f-string: valid expression required before '='"
    | '{' a='!' => at(a) "f-string: valid expression required before '!'"
    | '{' a=':' => at(a) "f-string: valid expression required before ':'"
    | '{' a='}' => at(a) "f-string: valid expression required before '}'"
    | '{' !annotatedRhs => next() "f-string: expecting a valid expression after '{'"
    | '{' annotatedRhs !('=' | '!' | ':' | '}') => next() "f-string: expecting '=', or '!', or ':', or '}'"
    | '{' annotatedRhs '=' !('!' | ':' | '}') => next() "f-string: expecting '!', or ':', or '}'"
    | '{' annotatedRhs ['='] badConversion
    | '{' annotatedRhs ['='] ['!' NAME] !(':' | '}') => next() "f-string: expecting ':' or '}'"
    | '{' annotatedRhs ['='] ['!' NAME] ':' formatSpecPart* !'}' => next() "f-string: expecting '}', or format specs"
    | '{' annotatedRhs ['='] ['!' NAME] !'}' => next() "f-string: expecting '}'"
badConversion:
    | '!' &(':' | '}') => next() "f-string: missing conversion character"
    | '!' !NAME => next() "f-string: invalid conversion character"
)";

}
