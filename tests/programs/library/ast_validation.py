# Trees that a program has put together: what compile() objects to.
import _ast as ast, warnings

warnings.simplefilter('ignore')
def fix(node):
    if isinstance(node, list):
        for item in node: fix(item)
    elif isinstance(node, ast.AST):
        for name in node._attributes:
            if getattr(node, name, None) is None: setattr(node, name, 0 if 'col' in name else 1)
        for name in node._fields: fix(getattr(node, name, None))
def t(label, tree, mode='exec', fix_first=True):
    try:
        if fix_first: fix(tree)
        compile(tree, '<x>', mode)
        print(label, 'ok')
    except Exception as e:
        print(label, type(e).__name__, str(e).split(' object at 0x')[0])
def ex(e): return ast.Module([ast.Expr(e)],[])
L=ast.Load(); S=ast.Store()
N=lambda n='x',c=None: ast.Name(n,c or ast.Load())
t('int expr',ast.Module([ast.Expr(5)],[]))
t('stmt as expr',ex(ast.Pass()))
t('expr as stmt',ast.Module([N()],[]))
t('None stmt',ast.Module([None],[]))
t('int stmt',ast.Module([3],[]))
t('None expr',ex(None))
t('body not list',ast.Module(3,[]))
t('body tuple',ast.Module((),[]))
t('body None',ast.Module(None,[]))
m=ast.Module([],[]); del m.body
t('no body',m)
m=ast.Module([ast.Pass()],[]); del m.type_ignores
t('no ti',m)
t('nofix',ast.Module([ast.Pass()],[]),fix_first=False)
t('nofix expr',ast.Module([ast.Expr(N(),lineno=1,col_offset=0)],[]),fix_first=False)
t('mode',ast.Module([],[]),'eval'); t('mode2',ast.Expression(N()),'exec'); t('mode3',ast.Expression(N()),'single'); t('m',N(),'exec')
class X(ast.expr): pass
t('sub',ex(X()))
class Y(ast.Name): pass
t('sub2',ex(Y('x',L)))
t('ctx',ex(ast.Name('x',S))); t('ctx none',ex(ast.Name('x',None))); t('ctx int',ex(ast.Name('x',3))); t('ctx cls',ex(ast.Name('x',ast.Load)))
t('id none',ex(ast.Name(None,L))); t('id int',ex(ast.Name(3,L))); t('id bytes',ex(ast.Name(b'x',L))); t('id None',ex(ast.Name('None',L)))
class Str(str): pass
t('id substr',ex(ast.Name(Str('x'),L)))
t('const',ex(ast.Constant([1]))); t('const2',ex(ast.Constant((1,[])))); t('c3',ex(ast.Constant(frozenset([1,(2,)])))); t('c4',ex(ast.Constant(Str('q')))); t('c5',ex(ast.Constant(...)))
t('kind',ex(ast.Constant('x',kind=3))); t('kind',ex(ast.Constant('x',kind='u'))); t('kind',ex(ast.Constant('x',kind=Str('u'))))
t('boolop1',ex(ast.BoolOp(ast.And(),[N()]))); t('boolop',ex(ast.BoolOp(ast.Add(),[N(),N()]))); t('boolopN',ex(ast.BoolOp(None,[N(),N()]))); t('bl',ex(ast.BoolOp(ast.And(),[N(),None])))
t('binop',ex(ast.BinOp(N(),ast.And(),N()))); t('binop',ex(ast.BinOp(None,ast.Add(),N())))
b=ast.BinOp(N(),ast.Add(),N()); del b.left
t('nofield',ex(b))
t('dict',ex(ast.Dict([None],[]))); t('dict',ex(ast.Dict([],[None]))); t('dict',ex(ast.Dict([None],[None]))); 
t('cmp',ex(ast.Compare(N(),[],[]))); t('cmp',ex(ast.Compare(N(),[ast.Eq()],[N(),N()]))); t('cmp',ex(ast.Compare(N(),[None],[N()]))); t('cmp',ex(ast.Compare(N(),[3],[N()])))
t('call',ex(ast.Call(N(),[None],[]))); t('call',ex(ast.Call(N(),[],[None]))); t('call',ex(ast.Call(N(),[],[3]))); t('call',ex(ast.Call(N(),3,[]))); t('call',ex(ast.Call(N(),[],[ast.keyword('a',None)])))
t('lc',ex(ast.ListComp(N(),[]))); t('lc',ex(ast.ListComp(N(),[3]))); t('lc',ex(ast.ListComp(N(),[ast.comprehension(N('q'),N(),[],0)]))); t('lc',ex(ast.ListComp(N(),[ast.comprehension(N('q',S),N(),[N('p',S)],0)]))); t('lc',ex(ast.ListComp(N(),[ast.comprehension(N('q',S),N(),[],'a')])));t('lc',ex(ast.ListComp(N(),[None])))
t('lambda',ex(ast.Lambda(None,N()))); t('lambda',ex(ast.Lambda(3,N())))
A=lambda **k: ast.arguments(**({**dict(posonlyargs=[],args=[],vararg=None,kwonlyargs=[],kw_defaults=[],kwarg=None,defaults=[]),**k}))
t('args',ex(ast.Lambda(A(defaults=[N()]),N()))); t('args',ex(ast.Lambda(A(kw_defaults=[N()]),N()))); t('args',ex(ast.Lambda(A(args=[None]),N()))); t('args',ex(ast.Lambda(A(args=[ast.arg('x',N('y',S))]),N())));t('args',ex(ast.Lambda(A(args=[ast.arg('x'),ast.arg('x')]),N())))
t('vararg',ex(ast.Lambda(A(vararg=3),N()))); 
F=lambda body=None,**k: ast.Module([ast.FunctionDef(**{**dict(name='f',args=A(),body=body if body is not None else [ast.Pass()],decorator_list=[],returns=None,type_params=[]),**k})],[])
t('f',F([])); t('f',F([None])); t('f',F(decorator_list=[N('x',S)])); t('f',F(returns=N('x',S))); t('f',F(name=None)); t('f',F(name='True')); t('f',F(args=None)); t('f',F(type_params=[3])); t('f',F(type_params=[ast.TypeVar('T',N('x',S))])); t('f',F(type_comment=3)); 
st=lambda s: ast.Module([s],[])
t('cls',st(ast.ClassDef('C',[],[],[],[],[]))); t('cls',st(ast.ClassDef('C',[N('x',S)],[],[ast.Pass()],[],[])))
t('ret',st(ast.Return(N('x',S)))); t('del',st(ast.Delete([]))); t('del',st(ast.Delete([None]))); t('del',st(ast.Delete([N()])))
t('asg',st(ast.Assign([],N()))); t('asg',st(ast.Assign([None],N()))); t('asg',st(ast.Assign([N()],N()))); t('asg',st(ast.Assign([N('x',S)],None))); t('asg',st(ast.Assign([ast.Constant(3)],N())))
t('aug',st(ast.AugAssign(N(),ast.Add(),N()))); t('aug',st(ast.AugAssign(N('x',S),ast.Add(),N('x',S))))
t('ann',st(ast.AnnAssign(N(),N(),None,1))); t('ann',st(ast.AnnAssign(ast.Attribute(N(),'y',S),N(),None,1))); t('ann',st(ast.AnnAssign(N('x',S),N(),None,'a')))
t('for',st(ast.For(N('x',S),N(),[],[]))); t('for',st(ast.For(N(),N(),[ast.Pass()],[]))); t('for',st(ast.For(N('x',S),N(),[ast.Pass()],[None])))
t('while',st(ast.While(N(),[],[]))); t('if',st(ast.If(N(),[],[]))); t('if',st(ast.If(None,[ast.Pass()],[])))
t('with',st(ast.With([],[ast.Pass()]))); t('with',st(ast.With([ast.withitem(N())],[]))); t('with',st(ast.With([ast.withitem(N(),N())],[ast.Pass()]))); t('with',st(ast.With([3],[ast.Pass()])))
t('raise',st(ast.Raise(None,N()))); t('raise',st(ast.Raise(N('x',S))))
t('try',st(ast.Try([],[],[],[]))); t('try',st(ast.Try([ast.Pass()],[],[],[]))); t('try',st(ast.Try([ast.Pass()],[],[ast.Pass()],[ast.Pass()]))); t('try',st(ast.Try([ast.Pass()],[ast.ExceptHandler(None,None,[])],[],[]))); t('try',st(ast.Try([ast.Pass()],[3],[],[]))); 
t('assert',st(ast.Assert(N('x',S)))); t('import',st(ast.Import([]))); t('import',st(ast.ImportFrom('a',[],0))); t('import',st(ast.ImportFrom('a',[ast.alias('x')],-42))); t('import',st(ast.ImportFrom('a',[ast.alias('x')],None))); t('import',st(ast.Import([3]))); t('import',st(ast.Import([ast.alias(None)])))
t('global',st(ast.Global([])));  t('global',st(ast.Global([3]))); t('nonlocal',st(ast.Nonlocal([])))
t('yield',F([ast.Expr(ast.Yield(N('x',S)))])); t('await',ex(ast.Await(N()))); t('ret out',st(ast.Return(N())))
t('fv',ex(ast.FormattedValue(N(),5))); t('js',ex(ast.JoinedStr([]))); t('js',ex(ast.JoinedStr([None]))); t('js',ex(ast.JoinedStr([N()]))); t('fv',ex(ast.JoinedStr([ast.FormattedValue(N(),-1,N('x',S))]))); t('fv',ex(ast.JoinedStr([ast.FormattedValue(N(),-1)])));
t('sub',ex(ast.Subscript(N(),N('x',S),L))); t('slice',ex(ast.Slice())); t('star',ex(ast.Starred(N(),L))); t('list',ex(ast.List([None],L))); t('tuple',ex(ast.Tuple([N('x',S)],L))); t('tuple',ex(ast.Tuple([N()],S))); t('attr',ex(ast.Attribute(N('x',S),'a',L))); t('ne',ex(ast.NamedExpr(N(),N()))); t('ne',ex(ast.NamedExpr(ast.Attribute(N(),'y',S),N())))
M=lambda p,g=None,b=None: ast.Module([ast.Match(N(),[ast.match_case(p,g,b if b is not None else [ast.Pass()])])],[])
t('match',ast.Module([ast.Match(N(),[])],[])); t('m',M(None)); t('m',M(3)); t('m',M(ast.MatchValue(N()))); t('m',M(ast.MatchValue(ast.Constant(True)))); t('m',M(ast.MatchValue(ast.Constant((1,))))); t('m',M(ast.MatchValue(ast.JoinedStr([])))); t('m',M(ast.MatchValue(ast.UnaryOp(ast.USub(),ast.Constant(1)))));t('m',M(ast.MatchValue(ast.UnaryOp(ast.USub(),ast.Constant('a')))));t('m',M(ast.MatchValue(ast.BinOp(ast.Constant(1),ast.Add(),ast.Constant(1)))))
t('m',M(ast.MatchValue(ast.Attribute(N(),'q',L)))); t('m',M(ast.MatchValue(ast.Attribute(ast.Constant(2),'q',L)))); t('m',M(ast.MatchValue(ast.Attribute(N(),'q',S))))
t('m',M(ast.MatchSingleton(1))); t('m',M(ast.MatchSingleton(None)));  t('m',M(ast.MatchSequence([ast.MatchStar('a'),ast.MatchStar('b')]))); t('m',M(ast.MatchStar('a'))); t('m',M(ast.MatchStar('_')));t('m',M(ast.MatchSequence([ast.MatchStar('_')])))
t('m',M(ast.MatchMapping([N()],[],None))); t('m',M(ast.MatchMapping([N()],[ast.MatchAs()],None))); t('m',M(ast.MatchMapping([],[],'_'))); t('m',M(ast.MatchMapping([],[],'True')));t('m',M(ast.MatchMapping([ast.Constant('x')],[ast.MatchStar()],None)))
t('m',M(ast.MatchClass(ast.Constant(1),[],[],[]))); t('m',M(ast.MatchClass(N(),[],['a'],[]))); t('m',M(ast.MatchClass(N(),[],['True'],[ast.MatchAs()]))); t('m',M(ast.MatchClass(N('x',S),[],[],[]))); t('m',M(ast.MatchClass(ast.Attribute(ast.Constant(1),'b',L),[],[],[])))
t('m',M(ast.MatchAs(ast.MatchAs(),None))); t('m',M(ast.MatchAs(None,'_'))); t('m',M(ast.MatchAs(ast.MatchAs(None,'a'),'_'))); t('m',M(ast.MatchOr([]))); t('m',M(ast.MatchOr([ast.MatchAs()]))); t('m',M(ast.MatchAs(),N('x',S))); t('m',M(ast.MatchAs(),None,[]))
t('ta',st(ast.TypeAlias(N(),[],N()))); t('ta',st(ast.TypeAlias(ast.Attribute(N(),'x',S),[],N()))); t('ta',st(ast.TypeAlias(N('x',S),[],N())))
def pos(**k): 
    p=ast.Pass(lineno=1,col_offset=0); 
    for a,b in k.items(): setattr(p,a,b)
    return ast.Module([p],[])
t('p',pos(),fix_first=False); t('p',pos(end_lineno=0),fix_first=False); t('p',pos(end_lineno=None),fix_first=False); t('p',pos(lineno=-1,end_lineno=-1),fix_first=False); t('p',pos(lineno=-2),fix_first=False); t('p',pos(col_offset=5,end_col_offset=3,end_lineno=1),fix_first=False); t('p',pos(col_offset=-5,end_col_offset=3,end_lineno=1),fix_first=False); t('p',pos(lineno='a'),fix_first=False); t('p',pos(lineno=None),fix_first=False); t('p',pos(lineno=2**40),fix_first=False); t('p',pos(lineno=5,end_lineno=7,end_col_offset=-1,col_offset=-1),fix_first=False);t('p',pos(lineno=True),fix_first=False);t('p',pos(lineno=1.0),fix_first=False)
class Lst(list): pass
t('lst',ast.Module(Lst([ast.Pass()]),[]))
class Evil(ast.Pass):
    @property
    def lineno(self): mod.body.append(ast.Pass()); return 1
    col_offset=0
mod=ast.Module([Evil()],[])
t('evil',mod,fix_first=False)
class Bad(ast.Pass):
    @property
    def lineno(self): 1/0
t('bad',ast.Module([Bad()],[]),fix_first=False)
e=N()
for i in range(100000): e=ast.UnaryOp(ast.Not(),e,lineno=1,col_offset=0)
m=ast.Module([ast.Expr(e,lineno=1,col_offset=0)],[])
N0=e
t('deep',m,fix_first=False)
try: compile('+'.join(['1'] * 50000), '<x>', 'eval', ast.PyCF_ONLY_AST)
except RecursionError as e: print('RecursionError', e)
t('FT', ast.FunctionType([], N()))
t('Inter',ast.Interactive([ast.Expr(N())]),'single')
t('Interx',ast.Interactive([]),'single'); t('empty', ast.Module([],[]))
t('ti',ast.Module([],[ast.TypeIgnore(1,'x')])); t('ti',ast.Module([],[3])); t('ti',ast.Module([],None))
