/* The two parts of PrimeFaces that have a script of their own: a button and a link that rest while their request runs. Of its library nothing else is used, so pages do not load it (PageViews). */
(() => {
  'use strict';
  const { widget, utils, ajax } = window.PrimeFaces;
  const OFF = 'ui-state-disabled',
    RUNS = 'ui-state-loading';
  class Resting extends widget.BaseWidget {
    init(cfg) {
      super.init(cfg);
      const on = '.' + this.id;
      let running = 0;
      $(document).off(on);
      $(document).on('pfAjaxSend' + on, (e, xhr, settings) => {
        if (!ajax.Utils.isXhrSource(this, settings) || ++running > 1) return;
        this.jq.addClass(RUNS);
        this.disable();
      });
      $(document).on('pfAjaxComplete' + on, (e, xhr, settings, args) => {
        if (!ajax.Utils.isXhrSource(this, settings) || --running > 0 || !args || args.redirect) return;
        this.jq.removeClass(RUNS);
        this.enable();
      });
      this.addDestroyListener(() => $(document).off(on));
    }
  }
  widget.CommandButton = class extends Resting {
    disable() {
      utils.disableButton(this.jq);
    }
    enable() {
      utils.enableButton(this.jq);
    }
  };
  widget.CommandLink = class extends Resting {
    init(cfg) {
      super.init(cfg);
      this.jq.on('click', (e) => {
        if (this.jq.hasClass(OFF)) e.preventDefault();
      });
    }
    disable() {
      this.jq.addClass(OFF).attr('tabindex', '-1');
    }
    enable() {
      this.jq.removeClass(OFF).attr('tabindex', '0');
    }
  };
})();
