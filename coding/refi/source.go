// Sources: texts, pictures, PDF, audio and video, with what was selected and coded in them.

package refi

import "encoding/xml"

// Sources keeps sources of all kinds in their order.
type Sources struct{ List []Source }

// A Source is one of the five.
type Source struct {
	Text    *Text
	Picture *Picture
	PDF     *PDF
	Audio   *Media
	Video   *Media
}

// UnmarshalXML reads sources in the order in which they come.
func (s *Sources) UnmarshalXML(d *xml.Decoder, _ xml.StartElement) error {
	for {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			var one Source
			to := one.field(t.Name.Local)
			if to == nil {
				if err := d.Skip(); err != nil {
					return err
				}
				continue
			}
			if err := d.DecodeElement(to, &t); err != nil {
				return err
			}
			s.List = append(s.List, one)
		}
	}
}

// field makes and gives the part of a source that an element fills.
func (s *Source) field(element string) any {
	switch element {
	case "TextSource":
		s.Text = &Text{}
		return s.Text
	case "PictureSource":
		s.Picture = &Picture{}
		return s.Picture
	case "PDFSource":
		s.PDF = &PDF{}
		return s.PDF
	case "AudioSource":
		s.Audio = &Media{}
		return s.Audio
	case "VideoSource":
		s.Video = &Media{}
		return s.Video
	}
	return nil
}

// MarshalXML writes sources in their order.
func (s *Sources) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	if err := e.EncodeToken(start); err != nil {
		return err
	}
	for _, one := range s.List {
		name, value := one.element()
		if err := e.EncodeElement(value, xml.StartElement{Name: xml.Name{Local: name}}); err != nil {
			return err
		}
	}
	return e.EncodeToken(start.End())
}

func (s Source) element() (string, any) {
	switch {
	case s.Text != nil:
		return "TextSource", s.Text
	case s.Picture != nil:
		return "PictureSource", s.Picture
	case s.PDF != nil:
		return "PDFSource", s.PDF
	case s.Audio != nil:
		return "AudioSource", s.Audio
	}
	return "VideoSource", s.Video
}

// A Stamp says who made and changed something, and when.
type Stamp struct {
	CreatingUser     GUID `xml:"creatingUser,attr,omitempty"`
	CreationDateTime Time `xml:"creationDateTime,attr,omitempty"`
	ModifyingUser    GUID `xml:"modifyingUser,attr,omitempty"`
	ModifiedDateTime Time `xml:"modifiedDateTime,attr,omitempty"`
}

// A Coding puts a code on something. The standard wants exactly one code; files with more are read, and written as several.
type Coding struct {
	GUID             GUID  `xml:"guid,attr"`
	CreatingUser     GUID  `xml:"creatingUser,attr,omitempty"`
	CreationDateTime Time  `xml:"creationDateTime,attr,omitempty"`
	Codes            []Ref `xml:"CodeRef"`
	NoteRefs         []Ref `xml:"NoteRef,omitempty"`
}

// A Text is a text source, a note, or the text of a PDF or picture.
type Text struct {
	GUID          GUID   `xml:"guid,attr"`
	Name          string `xml:"name,attr,omitempty"`
	RichTextPath  string `xml:"richTextPath,attr,omitempty"`
	PlainTextPath string `xml:"plainTextPath,attr,omitempty"`
	Stamp
	Description string          `xml:"Description,omitempty"`
	Content     *string         `xml:"PlainTextContent"`
	Selections  []TextSelection `xml:"PlainTextSelection,omitempty"`
	Codings     []Coding        `xml:"Coding,omitempty"`
	NoteRefs    []Ref           `xml:"NoteRef,omitempty"`
	Values      []VariableValue `xml:"VariableValue,omitempty"`
}

// A TextSelection is a stretch of a text; End is not in it, in every program seen.
type TextSelection struct {
	GUID  GUID   `xml:"guid,attr"`
	Name  string `xml:"name,attr,omitempty"`
	Start Int    `xml:"startPosition,attr"`
	End   Int    `xml:"endPosition,attr"`
	Stamp
	Description string   `xml:"Description,omitempty"`
	Codings     []Coding `xml:"Coding,omitempty"`
	NoteRefs    []Ref    `xml:"NoteRef,omitempty"`
}

// A Picture is a picture source.
type Picture struct {
	GUID        GUID   `xml:"guid,attr"`
	Name        string `xml:"name,attr,omitempty"`
	Path        string `xml:"path,attr,omitempty"`
	CurrentPath string `xml:"currentPath,attr,omitempty"`
	Stamp
	Description string          `xml:"Description,omitempty"`
	Text        *Text           `xml:"TextDescription"`
	Selections  []AreaSelection `xml:"PictureSelection,omitempty"`
	Codings     []Coding        `xml:"Coding,omitempty"`
	NoteRefs    []Ref           `xml:"NoteRef,omitempty"`
	Values      []VariableValue `xml:"VariableValue,omitempty"`
}

// An AreaSelection is a rectangle of a picture.
type AreaSelection struct {
	GUID    GUID   `xml:"guid,attr"`
	Name    string `xml:"name,attr,omitempty"`
	FirstX  Int    `xml:"firstX,attr"`
	FirstY  Int    `xml:"firstY,attr"`
	SecondX Int    `xml:"secondX,attr"`
	SecondY Int    `xml:"secondY,attr"`
	Stamp
	Description string   `xml:"Description,omitempty"`
	Codings     []Coding `xml:"Coding,omitempty"`
	NoteRefs    []Ref    `xml:"NoteRef,omitempty"`
}

// A PDF is a PDF source.
type PDF struct {
	GUID        GUID   `xml:"guid,attr"`
	Name        string `xml:"name,attr,omitempty"`
	Path        string `xml:"path,attr,omitempty"`
	CurrentPath string `xml:"currentPath,attr,omitempty"`
	Stamp
	Description    string          `xml:"Description,omitempty"`
	Selections     []PageSelection `xml:"PDFSelection,omitempty"`
	Representation *Text           `xml:"Representation"`
	Codings        []Coding        `xml:"Coding,omitempty"`
	NoteRefs       []Ref           `xml:"NoteRef,omitempty"`
	Values         []VariableValue `xml:"VariableValue,omitempty"`
}

// A PageSelection is a rectangle of a page; the origin is at the bottom left.
type PageSelection struct {
	GUID    GUID   `xml:"guid,attr"`
	Name    string `xml:"name,attr,omitempty"`
	Page    Int    `xml:"page,attr"`
	FirstX  Int    `xml:"firstX,attr"`
	FirstY  Int    `xml:"firstY,attr"`
	SecondX Int    `xml:"secondX,attr"`
	SecondY Int    `xml:"secondY,attr"`
	Stamp
	Description    string   `xml:"Description,omitempty"`
	Representation *Text    `xml:"Representation"`
	Codings        []Coding `xml:"Coding,omitempty"`
	NoteRefs       []Ref    `xml:"NoteRef,omitempty"`
}

// A Media is an audio or video source; times are milliseconds.
type Media struct {
	GUID        GUID   `xml:"guid,attr"`
	Name        string `xml:"name,attr,omitempty"`
	Path        string `xml:"path,attr,omitempty"`
	CurrentPath string `xml:"currentPath,attr,omitempty"`
	Stamp
	Description string          `xml:"Description,omitempty"`
	Transcripts []Transcript    `xml:"Transcript,omitempty"`
	Audio       []TimeSelection `xml:"AudioSelection,omitempty"`
	Video       []TimeSelection `xml:"VideoSelection,omitempty"`
	Codings     []Coding        `xml:"Coding,omitempty"`
	NoteRefs    []Ref           `xml:"NoteRef,omitempty"`
	Values      []VariableValue `xml:"VariableValue,omitempty"`
}

// A TimeSelection is a stretch of time.
type TimeSelection struct {
	GUID  GUID   `xml:"guid,attr"`
	Name  string `xml:"name,attr,omitempty"`
	Begin Int    `xml:"begin,attr"`
	End   Int    `xml:"end,attr"`
	Stamp
	Description string   `xml:"Description,omitempty"`
	Codings     []Coding `xml:"Coding,omitempty"`
	NoteRefs    []Ref    `xml:"NoteRef,omitempty"`
}

// A Transcript is the text of a recording.
type Transcript struct {
	GUID          GUID   `xml:"guid,attr"`
	Name          string `xml:"name,attr,omitempty"`
	RichTextPath  string `xml:"richTextPath,attr,omitempty"`
	PlainTextPath string `xml:"plainTextPath,attr,omitempty"`
	Stamp
	Description string                `xml:"Description,omitempty"`
	Content     *string               `xml:"PlainTextContent"`
	SyncPoints  []SyncPoint           `xml:"SyncPoint,omitempty"`
	Selections  []TranscriptSelection `xml:"TranscriptSelection,omitempty"`
	NoteRefs    []Ref                 `xml:"NoteRef,omitempty"`
}

// A SyncPoint joins a position of a transcript to a time.
type SyncPoint struct {
	GUID      GUID `xml:"guid,attr"`
	TimeStamp *Int `xml:"timeStamp,attr"`
	Position  *Int `xml:"position,attr"`
}

// A TranscriptSelection is what lies between two sync points.
type TranscriptSelection struct {
	GUID GUID   `xml:"guid,attr"`
	Name string `xml:"name,attr,omitempty"`
	From GUID   `xml:"fromSyncPoint,attr,omitempty"`
	To   GUID   `xml:"toSyncPoint,attr,omitempty"`
	Stamp
	Description string   `xml:"Description,omitempty"`
	Codings     []Coding `xml:"Coding,omitempty"`
	NoteRefs    []Ref    `xml:"NoteRef,omitempty"`
}
