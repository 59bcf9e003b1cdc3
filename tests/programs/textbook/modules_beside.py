import helper_shapes
from helper_shapes import area as area_of

print(helper_shapes.area(2, 3), area_of(4, 5), helper_shapes.__name__)
print(sorted(n for n in dir(helper_shapes) if not n.startswith("_")))
try:
    import no_such_module_here
except ModuleNotFoundError as error:
    print(error)
