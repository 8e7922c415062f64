// Charts, as Vega-Lite specifications with their data inside.

package coding

// A Chart is a Vega-Lite 5 specification, ready for encoding/json.
type Chart map[string]any

const vegaLite = "https://vega.github.io/schema/vega-lite/v5.json"

// axis shows a field under a title; an empty one shows none.
func axis(field, kind, title string) map[string]any {
	a := map[string]any{"field": field, "type": kind, "title": nil}
	if title != "" {
		a["title"] = title
	}
	return a
}

// inOrder keeps values in an order of their own.
func inOrder(a map[string]any, values []string) map[string]any {
	if values != nil {
		a["sort"] = values
	}
	return a
}

func heatMap(title string, values []map[string]any, x, y, color string, xs, ys []string) Chart {
	return Chart{
		"$schema": vegaLite, "title": title, "data": map[string]any{"values": values}, "mark": map[string]any{"type": "rect", "tooltip": true},
		"encoding": map[string]any{"x": inOrder(axis(x, "nominal", ""), xs), "y": inOrder(axis(y, "nominal", ""), ys), "color": axis(color, "quantitative", color)},
	}
}
