"""The network's layers, what each ends with, and how its weights are drawn."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import error_sentence, filled
from desktop.training.setup_panel.data_section import LARGEST_SEED
from desktop.training.setup_panel.setup_section import SetupSection
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.text_label import text_label
from engine.errors import EngineError, SettingError
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category, Operation
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layers import Layers, check_ends, format_layers, parse_layers
from engine.training.run.setup import TrainingSetup

_ALL = "all"
_MIXED = ""


def _distributions() -> list[Operation]:
    return [record for record in OPERATIONS.values() if record.is_distribution]


class NetworkSection(SetupSection):
    """Layer sizes as text, activations for all hidden layers or one of them, and the start."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Network"), parent)
        activations = _operations(Category.ACTIVATIONS)
        self.layers_field = LayersField(self)
        self.layer_box = ChoiceBox(
            self.tr("The hidden layer to choose an activation for"), (), self
        )
        self.activation_box = self.box(self.tr("Activation of the hidden units"), activations)
        self.output_box = self.box(
            self.tr("What the last layer ends with"), [*activations, *_distributions()]
        )
        self.initializer_box = self.box(self.tr("Initial weights"), INITIALIZERS.values())
        self._draw = FormulaView("", self, size_px=14.0)
        self.start_note = text_label(self, "muted")
        self.start_note.setText(
            self.tr("It begins with your weights. Another seed or network draws new ones.")
        )
        self.start_note.hide()
        self.seed_field = self.number(
            self.tr("Seed of the weights"),
            self.tr("Seed of the initial weights: the same seed draws the same weights"),
            maximum=LARGEST_SEED,
            integer=True,
        )
        self.add(self.layers_field)
        self._layer_row = self.labelled(((self.tr("layer"), self.layer_box),))
        self.add(self._layer_row)
        self.add(
            self.labelled(
                (
                    (self.tr("hidden"), self.activation_box),
                    (self.tr("output"), self.output_box),
                    (self.tr("start"), self.initializer_box),
                )
            )
        )
        self.add(self._draw)
        self.add(self.start_note)
        self.add(self.row(self.tr("seed"), self.seed_field))
        self._setup: TrainingSetup | None = None
        self.layers_field.layers_changed.connect(self._on_layers_changed)
        self.layer_box.chosen.connect(lambda _: self._show_activation())
        self.activation_box.chosen.connect(self._on_activation_chosen)
        self.output_box.chosen.connect(lambda name: self.want_run(output=name))
        self.initializer_box.chosen.connect(lambda name: self.want_run(initializer=name))
        self.seed_field.value_changed.connect(lambda value: self.want_run(seed=int(value)))

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show the network of a setup."""
        run = setup.run
        self._setup = setup
        self.layers_field.set_layers(run.layers)
        self.output_box.set_name(run.output)
        self.initializer_box.set_name(run.initializer)
        self.seed_field.set_value(run.seed)
        self._draw.set_latex(INITIALIZERS[run.initializer].latex)
        self._show_layers(len(run.layers) - 2)
        self._show_activation()

    def show_own_start(self, is_own: bool) -> None:
        """Say that a reset returns to weights that nobody drew, instead of how they are drawn."""
        self.start_note.setVisible(is_own)
        self._draw.setVisible(not is_own)

    def _show_layers(self, hidden: int) -> None:
        if self.layer_box.count() != hidden + 1:
            with QSignalBlocker(self.layer_box):
                self.layer_box.clear()
                self.layer_box.addItem(self.tr("all hidden layers"), _ALL)
                for layer in range(hidden):
                    text = filled(self.tr("hidden layer {0}"), layer + 1)
                    self.layer_box.addItem(text, str(layer))
                self.layer_box.setCurrentIndex(0)
        self._layer_row.setVisible(hidden > 1)
        self.activation_box.setEnabled(hidden > 0)

    def _layer(self) -> int | None:
        name = self.layer_box.name
        return int(name) if name.isdigit() else None

    def _show_activation(self) -> None:
        if self._setup is None:
            return
        names = self._setup.run.hidden_activations or (self._setup.run.activation,)
        layer = self._layer()
        chosen = set(names) if layer is None else {names[layer]}
        mixed = self.activation_box.findData(_MIXED)
        if len(chosen) > 1 and mixed < 0:
            self.activation_box.insertItem(0, self.tr("different ones"), _MIXED)
            self.activation_box.setItemData(
                0, self.tr("The layers have different ones."), Qt.ItemDataRole.ToolTipRole
            )
        elif len(chosen) == 1 and mixed >= 0:
            self.activation_box.removeItem(mixed)
        name = _MIXED if len(chosen) > 1 else OPERATIONS[chosen.pop()].name
        self.activation_box.set_name(name)

    def _on_layers_changed(self, layers: Layers) -> None:
        self.want(lambda setup: setup.with_layers(layers))

    def _on_activation_chosen(self, name: str) -> None:
        if name != _MIXED:
            layer = self._layer()
            self.want(lambda setup: setup.with_activation(layer, name))


def _operations(category: Category) -> list[Operation]:
    return [item for item in OPERATIONS.values() if item.category is category]


class LayersField(QWidget):
    """Reads layer sizes; a wrong text stays, framed and explained, and changes nothing.

    Signals:
        layers_changed(layers: tuple[int, ...]): The user committed other sizes.
    """

    layers_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: Layers = ()
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(self.tr("Layers"))
        self._explanation = self.tr(
            "Units in each layer, the inputs first: 2-4-1 has 4 hidden units, 2-8-8-1 two hidden "
            "layers, 2-1 none. Enter applies it."
        )
        self.edit.setWhatsThis(plain(self._explanation))
        self.edit.editingFinished.connect(self.commit)
        self._problem = ProblemLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.edit)
        layout.addWidget(self._problem)
        self.setFocusProxy(self.edit)
        self._show_problem("")

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong with the text, or ''."""
        return self._problem.sentence

    def set_layers(self, layers: Layers) -> None:
        """Show other sizes without emitting ``layers_changed``."""
        self._layers = layers
        self.edit.setText(format_layers(layers))
        self._show_problem("")

    def commit(self) -> None:
        """Take over the typed sizes, or say what is wrong with them."""
        try:
            layers = parse_layers(self.edit.text())
            check_ends(layers, 2, 1)
        except SettingError as error:
            self.show_error(error)
            return
        changed = layers != self._layers
        self.set_layers(layers)
        if changed:
            self.layers_changed.emit(layers)

    def show_error(self, error: EngineError) -> None:
        """Explain why the text cannot be taken."""
        self._show_problem(error_sentence(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the sizes in force on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.set_layers(self._layers)
        else:
            super().keyPressEvent(event)

    def _show_problem(self, sentence: str) -> None:
        self._problem.say(sentence)
        self.edit.setToolTip(plain(sentence or self._explanation))
        set_look(self.edit, "invalid", bool(sentence))
