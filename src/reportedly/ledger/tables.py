"""The ledger's tables as SQLAlchemy Core sees them. The migrations make them; a test holds the two to each other."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

story = Table(
    "story",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("opened_at", Text, nullable=False),
)

about = Table(
    "about",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("story", ForeignKey("story.sequence"), nullable=False),
    Column("text", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("story", ForeignKey("story.sequence"), nullable=False),
    Column("id", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("given_id", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("outlet", Text),
    Column("agency", Text),
    Column("url", Text),
    Column("title", Text),
    Column("byline", Text),
    Column("published_at", Text),
    Column("recorded_at", Text, nullable=False),
    Column("about", Text),
    Column("text", Text, nullable=False),
    UniqueConstraint("story", "id"),
)

claim = Table(
    "claim",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("report", ForeignKey("report.sequence"), nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text),
    Column("source_named", Boolean, nullable=False),
    Column("source_role", Text),
    Column("via", Text),
    Column("hedged", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("record", Text, nullable=False),
    UniqueConstraint("report", "id"),
)

figure = Table(
    "figure",
    metadata,
    Column("claim", ForeignKey("claim.sequence"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("nationality", Text, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("approx", Boolean, nullable=False),
    Column("scope", Text, nullable=False),
    Column("part", Boolean, nullable=False),
    Column("phrase", Text, nullable=False),
)

problem = Table(
    "problem",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("report", ForeignKey("report.sequence"), nullable=False),
    Column("message", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
)

settlement = Table(
    "settlement",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("story", ForeignKey("story.sequence"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("nationality", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
)

body = Table(
    "body",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

capture = Table(
    "capture",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("story", ForeignKey("story.sequence"), nullable=False),
    Column("url", Text, nullable=False),
    Column("final_url", Text, nullable=False),
    Column("fetched_at", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", Text, nullable=False),
    Column("sha256", ForeignKey("body.sha256"), nullable=False),
)

proof = Table(
    "proof",
    metadata,
    Column("report", ForeignKey("report.sequence"), primary_key=True),
    Column("capture", ForeignKey("capture.sequence"), primary_key=True),
)
